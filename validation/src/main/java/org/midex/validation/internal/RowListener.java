package org.midex.validation.internal;

import org.midex.model.RowView;

/** Sees rows. */
public interface RowListener {
  void row(RowView row, long record);
}
