package org.midex.validation.internal.keys;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** A set of entries, a bit each, in pages that are made when they are needed. */
final class EntrySet {
  private static final int PAGE_BITS = 13;
  private static final int WORDS = 1 << (PAGE_BITS - 6);

  private long[][] pages = new long[16][];

  /**
   * Adds entries.
   *
   * @param to the entry behind the last
   */
  void add(int from, int to) {
    if (to == from + 1) {
      page(from >> PAGE_BITS)[(from >> 6) & (WORDS - 1)] |= 1L << from;
      return;
    }
    for (int at = from; at < to; ) {
      long[] page = page(at >> PAGE_BITS);
      int end = Math.min(to, (at | (Long.SIZE - 1)) + 1);
      page[(at >> 6) & (WORDS - 1)] |= (-1L >>> (Long.SIZE - (end - at))) << at;
      at = end;
    }
  }

  private long[] page(int number) {
    if (number >= pages.length) {
      pages = Arrays.copyOf(pages, number * 2);
    }
    long[] page = pages[number];
    if (page == null) {
      page = new long[WORDS];
      pages[number] = page;
    }
    return page;
  }

  /** Shows the entries in order. */
  void forEach(IntConsumer action) {
    for (int number = 0; number < pages.length; number++) {
      long[] page = pages[number];
      for (int word = 0; page != null && word < WORDS; word++) {
        int first = (number << PAGE_BITS) + (word << 6);
        for (long left = page[word]; left != 0; left &= left - 1) {
          action.accept(first + Long.numberOfTrailingZeros(left));
        }
      }
    }
  }
}
