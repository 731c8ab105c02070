package org.midex.codec.xml;

import org.midex.schema.internal.Words;

/**
 * The lines of a range of bytes.
 *
 * @param newLines how many begin in it
 * @param lastLine where the last of them begins, from the range's start
 * @param surplus bytes of that line, or of all where none begins, less their UTF-16 characters
 */
record LineCount(int newLines, int lastLine, int surplus) {
  private static final long ONES = 0x0101010101010101L;
  private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
  private static final long NEW_LINES = '\n' * ONES;
  private static final long RETURNS = '\r' * ONES;

  /** Counts the lines of whole rows and the white space between them. */
  static LineCount of(byte[] bytes, int from, int to) {
    int newLines = 0;
    int last = from;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long word = Words.at(bytes, at);
      if (zeros(word ^ RETURNS) != 0) {
        for (int i = at; i < at + Long.BYTES; i++) {
          if (isEnd(bytes, i)) {
            newLines++;
            last = i + 1;
          }
        }
        continue;
      }
      long found = zeros(word ^ NEW_LINES);
      if (found != 0) {
        newLines += Long.bitCount(found);
        last = at + Long.BYTES - (Long.numberOfLeadingZeros(found) >>> 3);
      }
    }
    for (; at < to; at++) {
      if (isEnd(bytes, at)) {
        newLines++;
        last = at + 1;
      }
    }
    return new LineCount(newLines, last - from, Ascii.surplus(bytes, last, to));
  }

  /** Whether a line ends behind a place. */
  static boolean isEnd(byte[] bytes, int at) {
    return bytes[at] == '\n' || (bytes[at] == '\r' && bytes[at + 1] != '\n');
  }

  /** The high bit of each byte that is zero. */
  private static long zeros(long word) {
    return ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
  }
}
