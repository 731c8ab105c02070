package org.midex.codec.avro;

import org.midex.schema.internal.Words;

/** Bytes that are characters, looked at eight at a time. */
final class Ascii {
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long SPACES = 0x2020202020202020L;

  private Ascii() {}

  /** Whether all bytes are ASCII and none is a control character below the space. */
  static boolean isPlain(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      if (!isPlain(Words.at(bytes, at))) {
        return false;
      }
    }
    int left = to - at;
    return left == 0 || isPlain(Words.at(bytes, at, left) | (SPACES & ~Words.mask(left)));
  }

  private static boolean isPlain(long word) {
    return ((word | (word - SPACES)) & HIGH_BITS) == 0;
  }
}
