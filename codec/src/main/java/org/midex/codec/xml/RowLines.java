package org.midex.codec.xml;

import java.util.Arrays;

/**
 * Counts the lines of rows that are read as bytes. They begin in the white space between rows only:
 * a row with a line break in it is no common one.
 */
final class RowLines {
  private static final int AT_FIRST = 1 << 10;

  /** By row, and behind the last one: its place, and what was counted up to there. */
  private int[] places = new int[AT_FIRST];

  private int[] newLines = new int[AT_FIRST];
  private int[] lastLines = new int[AT_FIRST];
  private int[] surplus = new int[AT_FIRST];
  private int size;

  void begin(int place) {
    size = 0;
    add(place, 0, place, 0);
  }

  private void add(int place, int lines, int lastLine, int more) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size * 2);
      newLines = Arrays.copyOf(newLines, size * 2);
      lastLines = Arrays.copyOf(lastLines, size * 2);
      surplus = Arrays.copyOf(surplus, size * 2);
    }
    places[size] = place;
    newLines[size] = lines;
    lastLines[size] = lastLine;
    surplus[size++] = more;
  }

  /**
   * Counts the white space before a row, and the row.
   *
   * @param row where the row begins
   * @param end where it ends
   * @param more bytes of the row less its UTF-16 characters
   */
  void row(byte[] bytes, int row, int end, int more) {
    int last = size - 1;
    int lines = newLines[last];
    int lastLine = lastLines[last];
    int sum = surplus[last];
    for (int at = places[last]; at < row; at++) {
      if (isEnd(bytes, at)) {
        lines++;
        lastLine = at + 1;
        sum = 0;
      }
    }
    add(end, lines, lastLine, sum + more);
  }

  /** Whether a line ends behind a place. */
  static boolean isEnd(byte[] bytes, int at) {
    return bytes[at] == '\n' || (bytes[at] == '\r' && bytes[at + 1] != '\n');
  }

  /** The place behind the latest row. */
  int end() {
    return places[size - 1];
  }

  /**
   * The lines of some rows with the white space before them.
   *
   * @param from place behind a row, or where all began
   * @param to place behind the same row or a later one
   */
  LineCount between(int from, int to) {
    int first = Arrays.binarySearch(places, 0, size, from);
    int last = Arrays.binarySearch(places, 0, size, to);
    int lines = newLines[last] - newLines[first];
    return lines > 0
        ? new LineCount(lines, lastLines[last] - from, surplus[last])
        : new LineCount(0, 0, surplus[last] - surplus[first]);
  }
}
