package org.midex.schema;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Finds codes by their bytes, so that no text need be made of each: a code is two words of eight
 * bytes, looked up in a table with open addressing. Codes longer than that are not in it.
 */
final class CodeTable {
  /** Bytes of the longest code in the table. */
  static final int LONGEST = 2 * Long.BYTES;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long FIRST_FACTOR = 0x9E3779B97F4A7C15L;
  private static final long SECOND_FACTOR = 0xC2B2AE3D27D4EB4FL;

  private final long[] first;
  private final long[] second;
  private final byte[] lengths;
  private final int[] index;
  private final int shift;

  CodeTable(List<Code> codes) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * codes.size() + 1);
    int size = 1 << bits;
    first = new long[size];
    second = new long[size];
    lengths = new byte[size];
    index = new int[size];
    shift = Long.SIZE - bits;
    for (Code code : codes) {
      byte[] bytes = code.id().getBytes(StandardCharsets.UTF_8);
      if (bytes.length > 0 && bytes.length <= LONGEST) {
        add(bytes, code.index());
      }
    }
  }

  private void add(byte[] bytes, int code) {
    long one = word(bytes, 0, Math.min(bytes.length, Long.BYTES));
    long two = word(bytes, Long.BYTES, bytes.length - Long.BYTES);
    int place = place(one, two);
    while (lengths[place] != 0) {
      place = (place + 1) & (index.length - 1);
    }
    first[place] = one;
    second[place] = two;
    lengths[place] = (byte) bytes.length;
    index[place] = code;
  }

  /**
   * Place of the code in its list, or −1.
   *
   * @param length 1 to {@link #LONGEST}
   */
  int find(byte[] bytes, int from, int length) {
    long one = word(bytes, from, Math.min(length, Long.BYTES));
    long two = word(bytes, from + Long.BYTES, length - Long.BYTES);
    int place = place(one, two);
    while (lengths[place] != 0) {
      if (first[place] == one && second[place] == two && lengths[place] == length) {
        return index[place];
      }
      place = (place + 1) & (index.length - 1);
    }
    return -1;
  }

  private int place(long one, long two) {
    long mixed = ((one * FIRST_FACTOR) ^ (two * SECOND_FACTOR)) * FIRST_FACTOR;
    return (int) (mixed >>> shift);
  }

  /** Up to eight bytes as a number; none for a length below one. */
  private static long word(byte[] bytes, int from, int length) {
    if (length <= 0) {
      return 0;
    }
    if (from + Long.BYTES <= bytes.length) {
      return (long) WORD.get(bytes, from) & (-1L >>> (Long.SIZE - Byte.SIZE * length));
    }
    long word = 0;
    for (int i = 0; i < length; i++) {
      word |= (bytes[from + i] & 0xFFL) << (Byte.SIZE * i);
    }
    return word;
  }
}
