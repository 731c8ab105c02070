package org.midex.codec.bytes;

import org.midex.schema.internal.Words;

/** Tells texts whose bytes are their characters, looked at eight at a time. */
public final class PlainText {
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long SPACES = ' ' * ONES;
  private static final long QUOTES = '"' * ONES;
  private static final long AMPERSANDS = '&' * ONES;
  private static final long ANGLES = '<' * ONES;

  private PlainText() {}

  /** Whether all bytes are ASCII and none is a control character below the space. */
  public static boolean isPlain(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      if (!isPlain(Words.at(bytes, at))) {
        return false;
      }
    }
    return isPlain(rest(bytes, at, to));
  }

  /** Whether the bytes are plain, and stand for themselves in an attribute of XML as well. */
  public static boolean isPlainInXml(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      if (!isPlainInXml(Words.at(bytes, at))) {
        return false;
      }
    }
    return isPlainInXml(rest(bytes, at, to));
  }

  /** Fewer than eight bytes, spaces behind them. */
  private static long rest(byte[] bytes, int at, int to) {
    int left = to - at;
    return left == 0 ? SPACES : Words.at(bytes, at, left) | (SPACES & ~Words.mask(left));
  }

  private static boolean isPlain(long word) {
    return ((word | (word - SPACES)) & HIGH_BITS) == 0;
  }

  private static boolean isPlainInXml(long word) {
    return isPlain(word) && !has(word, QUOTES) && !has(word, AMPERSANDS) && !has(word, ANGLES);
  }

  private static boolean has(long word, long eightTimes) {
    long different = word ^ eightTimes;
    return ((different - ONES) & ~different & HIGH_BITS) != 0;
  }
}
