package org.midex.validation.internal;

import org.midex.model.RowView;

/** A rule that looks at rows one by one. */
public interface RowRule {
  /** Says which rows it need not see; others it may see or not. */
  default void narrow(Scope scope) {}

  /**
   * Whether it can have something to say of rows with these codes, whatever else they hold.
   *
   * @param codes by slot
   */
  default boolean concerns(int[] codes) {
    return true;
  }

  void check(RowView row);

  /** Judges what needs all rows. */
  default void finish() {}
}
