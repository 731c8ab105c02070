package org.midex.validation.internal.keys;

/** A check among rows whose keys differ in one dimension or in the period. */
public interface KeyCheck {
  /** Judges the rows in its pass's table, which are all that it compares with one another. */
  void judge();
}
