package org.midex.model;

import org.jspecify.annotations.Nullable;

/**
 * A place in a file. Everything but the record is optional, because not every syntax has it.
 *
 * @param record number of the row, from 1; 0 for the message itself
 * @param byteOffset offset of the row's or element's first byte in the (uncompressed) file, from 0;
 *     −1 when not known
 * @param line line, from 1; 0 when not known
 * @param column column in characters, from 1; 0 when not known
 * @param source cell or line of the table that the row was imported from, such as {@code
 *     Sheet1!C33190}, or null
 */
public record Location(
    long record, long byteOffset, long line, long column, @Nullable String source) {
  public static Location ofRecord(long record) {
    return new Location(record, -1, 0, 0, null);
  }

  public static Location ofMessage() {
    return ofRecord(0);
  }
}
