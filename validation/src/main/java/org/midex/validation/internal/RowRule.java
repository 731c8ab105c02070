package org.midex.validation.internal;

import org.midex.model.RowView;

/** A rule that looks at rows one by one. */
public interface RowRule {
  /** Says which rows it need not see; others it may see or not. */
  default void narrow(Scope scope) {}

  void check(RowView row);

  /** Judges what needs all rows. */
  default void finish() {}
}
