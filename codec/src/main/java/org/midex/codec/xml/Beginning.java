package org.midex.codec.xml;

import java.util.Arrays;

/**
 * The beginning of the row before, as far as there are known codes only: rows that follow one
 * another often differ but behind it, so that comparing it at once tells most of their codes.
 */
final class Beginning {
  private static final int LONGEST = 1 << 10;
  private static final int PATIENCE = 8;
  private static final int PAUSE = 200;
  private static final int PAUSING = -1;

  private final byte[] bytes = new byte[LONGEST];

  /** By number of attributes: where they end, from the row's start, and their slots as bits. */
  private final int[] ends;

  private final long[] slots;

  /** Attributes that can be compared, and those that were noted of the current row. */
  private int kept;

  private int noted;

  /** Rows that began otherwise, without a break; negative while it pauses. */
  private int misses;

  /**
   * @param fields how many a row has
   * @param start length of what stands before the first attribute
   */
  Beginning(int fields, int start) {
    ends = new int[fields + 1];
    slots = new long[fields + 1];
    ends[0] = start;
  }

  /** Compares a row; returns how many attributes at its beginning are the same. */
  int match(byte[] row, int at, int end) {
    int same = 0;
    if (kept > 0) {
      int length = ends[kept];
      int to = Math.min(length, end - at);
      int different = Arrays.mismatch(bytes, 0, to, row, at, at + to);
      int equal = different < 0 ? to : different;
      same = kept;
      while (ends[same] > equal && same > 0) {
        same--;
      }
      misses = same == 0 ? misses + 1 : 0;
    }
    kept = same;
    noted = misses < 0 ? PAUSING : same;
    return same;
  }

  /** Where some attributes at the beginning end, from the row's start. */
  int end(int attributes) {
    return ends[attributes];
  }

  long slots(int attributes) {
    return slots[attributes];
  }

  /**
   * Takes note of a known code, which counts if only such stand before it.
   *
   * @param number of the attribute, from 0
   * @param end where it ends, from the row's start
   */
  void note(int number, int slot, int end) {
    if (number == noted && end <= LONGEST) {
      noted++;
      ends[noted] = end;
      slots[noted] = slots[number] | 1L << slot;
    }
  }

  /** Keeps what was noted of a row, now that it is read. */
  void keep(byte[] row, int at) {
    if (misses >= PATIENCE) {
      misses = -PAUSE;
      kept = 0;
    } else if (misses < 0) {
      misses++;
    } else if (noted > kept) {
      int from = kept == 0 ? 0 : ends[kept];
      System.arraycopy(row, at + from, bytes, from, ends[noted] - from);
      kept = noted;
    }
  }

  void forget() {
    kept = 0;
  }
}
