package org.midex.codec.avro;

import java.io.IOException;
import java.util.function.Supplier;
import org.midex.codec.head.Structure;
import org.midex.model.Location;
import org.midex.model.Row;

/**
 * Reads rows in two lanes. Nearly all values are plain: {@link RowScanner} takes them as the bytes
 * that they are. A row with any other value, and one that is longer than the buffer or cut off, is
 * left to {@link RowDecoder}, which alone says what is wrong. Deleting the fast lane costs nothing
 * but speed.
 */
final class RowReader {
  private final RowLayout layout;
  private final Row row;
  private final RowScanner scanner;
  private final RowDecoder decoder;

  RowReader(RowLayout layout, Row row, Structure structure) {
    this.layout = layout;
    this.row = row;
    scanner = new RowScanner(layout, row);
    decoder = new RowDecoder(layout, structure);
  }

  Row row() {
    return row;
  }

  /**
   * Reads a row.
   *
   * @param at where the row is, for findings
   * @return whether it has no structural error
   */
  boolean read(BinaryInput data, Supplier<Location> at) throws IOException {
    while (true) {
      int end = scanner.scan(data.bytes(), data.at(), data.end());
      if (end >= 0) {
        data.moveTo(end);
        return layout.isSound();
      }
      if (end == ColumnScanner.ODD || !data.more()) {
        scanner.forget();
        return decoder.read(data, row, at);
      }
    }
  }
}
