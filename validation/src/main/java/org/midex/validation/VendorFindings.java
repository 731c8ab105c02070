package org.midex.validation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes what a vendor's rule finds. */
public interface VendorFindings {
  /** Number of the current row, from 1; 0 before the first. */
  long record();

  /**
   * Something is wrong in a row.
   *
   * @param record number of the row: {@link #record} for the current one, or of one before it; 0
   *     for the message as a whole
   * @param field the field that is wrong, one of the theme's; null for the row as a whole
   * @param value the offending text, or null
   * @param details values that the rule's detail text names
   * @throws IllegalArgumentException when there is no such row or field
   */
  void report(
      long record, @Nullable String field, @Nullable String value, Map<String, String> details);

  /** Something is wrong in the current row; see {@link #report(long, String, String, Map)}. */
  default void report(@Nullable String field, @Nullable String value, Map<String, String> details) {
    report(record(), field, value, details);
  }
}
