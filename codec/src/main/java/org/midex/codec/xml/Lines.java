package org.midex.codec.xml;

import org.midex.model.Location;

/** Counts lines and columns of rows that are read as bytes, as the exact lane's parser does. */
final class Lines {
  private long line;

  /** Offset at which the line would begin if all its characters were one byte. */
  private long lineOffset;

  private int rowStart;
  private int newLines;

  /** Bytes of the white space before the row's line, and before the row. */
  private int before;

  private int indent;
  private long rowLine;
  private long rowColumn;

  Lines(Location place) {
    moveTo(place);
  }

  void moveTo(Location place) {
    line = place.line();
    lineOffset = place.byteOffset() - (place.column() - 1);
  }

  /** Passes over white space before a row. Nothing counts before {@link #take}. */
  void toRow(byte[] bytes, int from) {
    newLines = 0;
    before = 0;
    int at = from;
    for (; Ascii.isSpace(bytes[at]); at++) {
      if (RowLines.isEnd(bytes, at)) {
        newLines++;
        before = at + 1 - from;
      }
    }
    rowStart = at;
    indent = at - from;
  }

  /** Place of the row's first byte. */
  int rowStart() {
    return rowStart;
  }

  /**
   * Counts the white space and the row.
   *
   * @param offset of the white space in the file
   * @param surplus bytes of the row less its characters
   */
  void take(long offset, int surplus) {
    if (newLines > 0) {
      line += newLines;
      lineOffset = offset + before;
    }
    rowLine = line;
    rowColumn = offset + indent - lineOffset + 1;
    lineOffset += surplus;
  }

  /**
   * Counts whole rows and the white space between them.
   *
   * @param offset of the first byte in the file
   */
  void pass(LineCount rows, long offset) {
    if (rows.newLines() > 0) {
      line += rows.newLines();
      lineOffset = offset + rows.lastLine();
    }
    lineOffset += rows.surplus();
  }

  /** The place behind the latest row. */
  Location place(long offset) {
    return new Location(0, offset, line, offset - lineOffset + 1, null);
  }

  /** Where the latest row begins. */
  Location location(long number) {
    return new Location(number, -1, rowLine, rowColumn, null);
  }
}
