package org.midex.validation.internal.keys;

import java.io.IOException;
import org.midex.model.RowView;

/** A check that says only when all rows are read which of them it needs. */
public interface RowGatherer {
  /** Takes note of a row without a figure, whose key is known. */
  void see(RowView row, KeyedRow key);

  /** Whether it needs any. */
  boolean needsRows();

  /** Sees each row whose key is known and new. */
  void gather(KeyedRow row);

  /** Judges what it gathered. */
  void judge() throws IOException;
}
