package org.midex.codec.xml;

import java.nio.charset.StandardCharsets;
import org.midex.schema.internal.Words;

/** Bytes of XML text. */
final class Ascii {
  private Ascii() {}

  /** A short text as a number, its first byte lowest. */
  static long word(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return Words.at(bytes, 0, bytes.length);
  }

  static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\t' || b == '\r';
  }

  /** Bytes of a UTF-8 text less its UTF-16 characters. */
  static int surplus(byte[] bytes, int from, int to) {
    int surplus = 0;
    for (int i = from; i < to; i++) {
      int b = bytes[i] & 0xFF;
      surplus += b >= 0x80 && b < 0xC0 ? 1 : b >= 0xF0 ? -1 : 0;
    }
    return surplus;
  }
}
