package org.midex.codec.xml;

import org.midex.model.Row;
import org.midex.model.RowScout;
import org.midex.model.io.Limits;
import org.midex.schema.RowType;

/**
 * Scans the rows of a range of bytes, on a thread of its own, for a scout. Used again and again.
 */
final class Piece {
  private final Row row;
  private final RowScanner scanner;
  private int from;
  private int to;
  private final RowLines lines = new RowLines();
  private int rows;

  Piece(RowType type) {
    this.row = new Row(type);
    this.scanner = new RowScanner(row);
  }

  /**
   * Says what to scan.
   *
   * @param newFrom place of a row or of white space before it
   * @param newTo place of a row
   */
  void setRange(int newFrom, int newTo) {
    from = newFrom;
    to = newTo;
  }

  /**
   * Shows all rows to the scout, or those up to one that is not of the common kind.
   *
   * @param end of the bytes, behind the range
   */
  void scan(byte[] bytes, int end, RowScout scout) {
    scout.begin();
    lines.begin(from);
    rows = 0;
    int at = from;
    while (true) {
      int start = at;
      while (Ascii.isSpace(bytes[start])) {
        start++;
      }
      if (start - at > Limits.TEXT_LENGTH) {
        return;
      }
      if (start >= to) {
        lines.row(bytes, to, to, 0);
        return;
      }
      int next = scanner.scan(bytes, start, end);
      if (next < 0 || next > to) {
        return;
      }
      scout.look(row, scanner.malformedCount() == 0 && row.isComplete(), at);
      lines.row(bytes, start, next, scanner.surplus());
      rows++;
      at = next;
    }
  }

  /** Place behind the last row that was shown. */
  int reached() {
    return lines.end();
  }

  boolean isWhole() {
    return lines.end() == to;
  }

  int rows() {
    return rows;
  }

  /** Lines of the rows between two places, as in {@link RowLines#between}. */
  LineCount lines(int first, int behind) {
    return lines.between(first, behind);
  }
}
