package org.midex.validation.internal;

import org.midex.model.RowView;

/** A check among rows whose keys differ in one dimension. */
public interface KeyCheck {
  /** Judges the rows in the {@link KeyTable}, once all are read. */
  void finish();

  /** A check that needs more of a row than is in the table. */
  interface Watching extends KeyCheck {
    /**
     * Takes note of a row.
     *
     * @param entry the row's place in the {@link KeyTable}
     */
    void seen(RowView row, int entry);
  }
}
