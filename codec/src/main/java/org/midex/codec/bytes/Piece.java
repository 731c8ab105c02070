package org.midex.codec.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.midex.schema.internal.Words;

/**
 * Some bytes that are written again and again, kept as whole words so that they are copied eight at
 * a time.
 */
public final class Piece {
  /** Eight bytes each, the first byte lowest; zeros behind the last byte. */
  final long[] words;

  /** Number of bytes. */
  final int length;

  private Piece(byte[] bytes) {
    length = bytes.length;
    words = new long[(length + Long.BYTES - 1) / Long.BYTES];
    Arrays.setAll(words, i -> Words.at(bytes, i * Long.BYTES, length - i * Long.BYTES));
  }

  /** A text in UTF-8. */
  public static Piece of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Piece of(byte[] bytes) {
    return new Piece(bytes);
  }
}
