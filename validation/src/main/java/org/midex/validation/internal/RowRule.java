package org.midex.validation.internal;

import org.midex.model.RowView;

/** A rule that looks at rows one by one. */
public interface RowRule {
  void check(RowView row);

  /** Judges what needs all rows. */
  default void finish() {}
}
