package org.midex;

/** Which findings are given their exact place: line, column and byte offset of the value. */
public enum Positions {
  /** The few that a {@link org.midex.model.Result} keeps as samples. */
  SAMPLES,
  /** Every finding that a listener hears of; rows are read a second time for it. */
  ALL
}
