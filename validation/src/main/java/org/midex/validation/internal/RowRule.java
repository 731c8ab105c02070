package org.midex.validation.internal;

import org.midex.model.RowView;

/** A rule that needs one row at a time. */
interface RowRule {
  void check(RowView row);
}
