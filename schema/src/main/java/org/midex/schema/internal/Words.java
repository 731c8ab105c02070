package org.midex.schema.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bytes eight at a time, as a number whose lowest byte is the first. */
public final class Words {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Words() {}

  /**
   * Eight bytes.
   *
   * @throws IndexOutOfBoundsException when there are not so many
   */
  public static long at(byte[] bytes, int from) {
    return (long) WORD.get(bytes, from);
  }

  /**
   * Writes eight bytes.
   *
   * @throws IndexOutOfBoundsException when there is no room for them
   */
  public static void put(byte[] bytes, int at, long word) {
    WORD.set(bytes, at, word);
  }

  /** Up to eight bytes, zeros behind them; none for a length below one. */
  public static long at(byte[] bytes, int from, int length) {
    if (length <= 0) {
      return 0;
    }
    if (from + Long.BYTES <= bytes.length) {
      return at(bytes, from) & mask(length);
    }
    long word = 0;
    for (int i = 0; i < length; i++) {
      word |= (bytes[from + i] & 0xFFL) << (Byte.SIZE * i);
    }
    return word;
  }

  /** The eight bytes of a word. */
  public static byte[] bytes(long word) {
    byte[] bytes = new byte[Long.BYTES];
    WORD.set(bytes, 0, word);
    return bytes;
  }

  /** Ones where the first bytes are; all of them for eight and more. */
  public static long mask(int bytes) {
    return -1L >>> Math.max(0, Long.SIZE - Byte.SIZE * bytes);
  }
}
