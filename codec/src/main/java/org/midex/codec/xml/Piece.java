package org.midex.codec.xml;

import org.midex.model.Row;
import org.midex.model.RowScout;
import org.midex.schema.RowType;

/**
 * Scans the rows of a range of bytes, on a thread of its own, for a scout. Used again and again.
 */
final class Piece {
  private final Row row;
  private final RowScanner scanner;
  private int from;
  private int to;
  private int reached;
  private int rows;

  /** Of the rows and what is between them; there are no lines in rows. */
  private int newLines;

  private int lastLine;
  private int surplus;

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
    rows = 0;
    newLines = 0;
    lastLine = from;
    surplus = 0;
    int at = from;
    while (true) {
      int start = at;
      while (Ascii.isSpace(bytes[start])) {
        start++;
      }
      int next = start < to ? scanner.scan(bytes, start, end) : to;
      boolean isRow = start < to && next >= 0 && next <= to;
      if (isRow || start >= to) {
        countLines(bytes, at, Math.min(start, to));
      }
      if (!isRow) {
        reached = start < to ? at : to;
        return;
      }
      scout.look(row, scanner.malformedCount() == 0 && row.isComplete(), at);
      surplus += scanner.surplus();
      rows++;
      at = next;
    }
  }

  /** Counts the lines of white space. */
  private void countLines(byte[] bytes, int space, int row) {
    for (int at = space; at < row; at++) {
      if (LineCount.isEnd(bytes, at)) {
        newLines++;
        lastLine = at + 1;
        surplus = 0;
      }
    }
  }

  int from() {
    return from;
  }

  /** Place behind the last row that was shown. */
  int reached() {
    return reached;
  }

  boolean isWhole() {
    return reached == to;
  }

  int rows() {
    return rows;
  }

  /** Lines up to {@link #reached()}. */
  LineCount lines() {
    return new LineCount(newLines, lastLine - from, surplus);
  }
}
