package org.midex.validation.internal.keys;

import org.midex.schema.Field;

/** Notes something of rows with some codes, as {@link Marks}. */
public interface CodeMarks {
  /** What it notes of every row. */
  default int always() {
    return 0;
  }

  /**
   * What it notes of rows with a code.
   *
   * @param code its place in the field's list, or as in {@link org.midex.model.RowView#code}
   */
  int marks(Field field, int code);
}
