package org.midex.codec.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.midex.schema.internal.Words;

/**
 * Some bytes that are written again and again, kept as whole words so that they are copied eight at
 * a time.
 */
public final class Fragment {
  /** The first eight bytes, the very first lowest; zeros behind the last byte. */
  final long first;

  /** The bytes behind them, in the same way. */
  final long[] rest;

  /** Number of bytes. */
  final int length;

  private Fragment(byte[] bytes) {
    length = bytes.length;
    first = Words.at(bytes, 0, length);
    rest = new long[Math.max(0, (length - 1) / Long.BYTES)];
    Arrays.setAll(rest, i -> Words.at(bytes, (i + 1) * Long.BYTES, length - (i + 1) * Long.BYTES));
  }

  /** A text in UTF-8. */
  public static Fragment of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Fragment of(byte[] bytes) {
    return new Fragment(bytes);
  }
}
