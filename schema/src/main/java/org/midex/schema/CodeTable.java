package org.midex.schema;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.midex.schema.internal.Words;

/**
 * Finds codes by their bytes, so that no text need be made of each: a code is two words of eight
 * bytes, looked up in a table with open addressing. Codes longer than that are not in it.
 */
final class CodeTable {
  /** Bytes of the longest code in the table. */
  static final int LONGEST = 2 * Long.BYTES;

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
    long one = Words.at(bytes, 0, Math.min(bytes.length, Long.BYTES));
    long two = Words.at(bytes, Long.BYTES, bytes.length - Long.BYTES);
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
    long one = Words.at(bytes, from, Math.min(length, Long.BYTES));
    long two = Words.at(bytes, from + Long.BYTES, length - Long.BYTES);
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
}
