package org.midex.validation;

import org.midex.model.RowView;

/**
 * Judges one message: each row as it is read and, if it wants, the dataset as a whole at the end.
 * Belongs to one thread. Whatever it throws ends the run without a verdict.
 */
@FunctionalInterface
public interface VendorCheck {
  /**
   * Judges the current row. Rows with structural errors are not shown; unknown codes are, as {@link
   * RowView#UNKNOWN}.
   *
   * @param row changes under the check: {@link RowView#toObservation} keeps one
   */
  void row(RowView row, VendorFindings found);

  /** Judges what needs all rows; called once after the last. */
  default void finish(VendorFindings found) {}
}
