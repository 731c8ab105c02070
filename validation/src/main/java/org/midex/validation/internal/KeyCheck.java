package org.midex.validation.internal;

import org.midex.model.RowView;

/** A check among rows whose keys differ in one dimension. */
public interface KeyCheck {
  /**
   * Takes note of a row.
   *
   * @param entry the row's place in the {@link KeyTable}
   */
  void seen(RowView row, int entry);

  /** Judges what was noted, once all rows are read. */
  void finish();
}
