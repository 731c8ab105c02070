package org.midex.codec.xml;

import org.midex.model.Location;

/** Counts lines and columns of rows that are read as bytes, as the exact lane's parser does. */
final class Lines {
  private long line;

  /** Offset at which the line would begin if all its characters were one byte. */
  private long lineOffset;

  private int rowStart;
  private int newLines;

  /** Bytes from the last new line before the row to the row. */
  private int indent;

  private long rowLine;
  private long rowColumn;

  Lines(Place place) {
    moveTo(place);
  }

  void moveTo(Place place) {
    line = place.line();
    lineOffset = place.offset() - (place.column() - 1);
  }

  /** Passes over white space before a row. Nothing counts before {@link #take}. */
  void toRow(byte[] bytes, int from) {
    newLines = 0;
    int at = from;
    int lineStart = from;
    for (; Ascii.isSpace(bytes[at]); at++) {
      if (bytes[at] == '\n' || (bytes[at] == '\r' && bytes[at + 1] != '\n')) {
        newLines++;
        lineStart = at + 1;
      }
    }
    rowStart = at;
    indent = at - lineStart;
  }

  int rowStart() {
    return rowStart;
  }

  /**
   * Counts the white space and the row.
   *
   * @param offset of the white space in the file
   * @param length bytes of both
   * @param surplus bytes of the row less its characters
   */
  void take(long offset, int length, int surplus) {
    // TODO
  }

  Place place(long offset) {
    return new Place(line, offset - lineOffset + 1, offset);
  }

  Location location(long number) {
    return new Location(number, -1, rowLine, rowColumn, null);
  }
}
