package org.midex.validation.internal.across;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Common figures of one side, added up from its rows. Where a side has the total of a dimension and
 * its parts, only the total counts. About 80 bytes a figure.
 */
final class Figures {
  private static final int PAGE_BITS = 12;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int LONGS = 5;
  private static final int SUM = 2;
  private static final int DOUBTFUL = 3;
  private static final int CODES = 4;
  private static final int AREA = 6;
  private static final int INTS = 7;
  private static final int CELLS = 0;
  private static final int SMALL = 1;
  private static final int PARTS = 2;
  private static final int RECORD = 3;
  private static final int REPORTER = 4;
  private static final int PERIOD = 5;

  private long[][] longs = new long[16][];
  private int[][] ints = new int[16][];
  private int[] index = new int[1 << 10];
  private int size;

  int size() {
    return size;
  }

  /** The figure of a common key, or −1. */
  int find(long hi, long lo) {
    return index[place(hi, lo)] - 1;
  }

  private int place(long hi, long lo) {
    int mask = index.length - 1;
    int place = (int) lo & mask;
    while (index[place] != 0) {
      int at = index[place] - 1;
      if (number(at, 0) == hi && number(at, 1) == lo) {
        return place;
      }
      place = (place + 1) & mask;
    }
    return place;
  }

  private int findOrAdd(long hi, long lo) {
    if (size >= index.length - (index.length >> 2)) {
      grow();
    }
    int place = place(hi, lo);
    if (index[place] != 0) {
      return index[place] - 1;
    }
    int at = size++;
    index[place] = at + 1;
    int page = at >> PAGE_BITS;
    if (page == longs.length) {
      longs = Arrays.copyOf(longs, page * 2);
      ints = Arrays.copyOf(ints, page * 2);
    }
    if (longs[page] == null) {
      longs[page] = new long[PAGE * LONGS];
      ints[page] = new int[PAGE * INTS];
    }
    set(at, 0, hi);
    set(at, 1, lo);
    return at;
  }

  private void grow() {
    int[] larger = new int[index.length * 2];
    int mask = larger.length - 1;
    for (int at = 0; at < size; at++) {
      int place = (int) number(at, 1) & mask;
      while (larger[place] != 0) {
        place = (place + 1) & mask;
      }
      larger[place] = at + 1;
    }
    index = larger;
  }

  /**
   * Adds a row.
   *
   * @param small whether the declared rounding may have altered it as a small figure
   * @param reporter code of the area that reports it
   */
  void add(Projection row, long figure, boolean small, long record, int reporter, long period) {
    int at = findOrAdd(row.hi(), row.lo());
    int better = cells(at) == 0 ? -1 : compare(at, row.parts(), period, reporter);
    if (better < 0) {
      start(at, row.parts(), record, reporter, period);
      set(at, CODES, row.codes());
      setSmall(at, AREA, row.area());
    } else if (better > 0) {
      return;
    }
    set(at, SUM, plus(number(at, SUM), figure));
    if (row.isDoubtful()) {
      set(at, DOUBTFUL, plus(number(at, DOUBTFUL), figure));
    }
    setSmall(at, CELLS, cells(at) + 1);
    if (small) {
      setSmall(at, SMALL, small(at, SMALL) + 1);
    }
  }

  /**
   * Whether a row takes the place of what is there (below zero), belongs to it (zero) or is left
   * out: the fewest split dimensions win, then a fixed order, so that the order of rows is all one.
   */
  private int compare(int at, int parts, long period, int reporter) {
    int here = small(at, PARTS);
    int order = Integer.compare(Integer.bitCount(parts), Integer.bitCount(here));
    order = order != 0 ? order : Integer.compare(parts, here);
    order = order != 0 ? order : Long.compare(period, small(at, PERIOD));
    return order != 0 ? order : Integer.compare(reporter, small(at, REPORTER));
  }

  private void start(int at, int parts, long record, int reporter, long period) {
    set(at, SUM, 0);
    set(at, DOUBTFUL, 0);
    setSmall(at, CELLS, 0);
    setSmall(at, SMALL, 0);
    setSmall(at, PARTS, parts);
    setSmall(at, RECORD, (int) record);
    setSmall(at, REPORTER, reporter);
    setSmall(at, PERIOD, (int) period);
  }

  /** The sum; the largest or smallest number where it would be beyond. */
  static long plus(long a, long b) {
    long sum = a + b;
    return ((a ^ sum) & (b ^ sum)) < 0 ? (a < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE) : sum;
  }

  /** The difference, as {@link #plus} the sum. */
  static long minus(long a, long b) {
    return plus(a, b == Long.MIN_VALUE ? Long.MAX_VALUE : -b);
  }

  long hi(int at) {
    return number(at, 0);
  }

  long lo(int at) {
    return number(at, 1);
  }

  long sum(int at) {
    return number(at, SUM);
  }

  /** Part of the sum that the other side may not count. */
  long doubtful(int at) {
    return number(at, DOUBTFUL);
  }

  /** Rows that make up the sum; 0 when there are none. */
  int cells(int at) {
    return small(at, CELLS);
  }

  int smallCells(int at) {
    return small(at, SMALL);
  }

  /** As {@link Projection#codes()}. */
  long codes(int at) {
    return number(at, CODES);
  }

  /** Number of the first row. */
  long record(int at) {
    return Integer.toUnsignedLong(small(at, RECORD));
  }

  int reporter(int at) {
    return small(at, REPORTER);
  }

  /** As {@link Projection#area()}. */
  int area(int at) {
    return small(at, AREA);
  }

  long period(int at) {
    return small(at, PERIOD);
  }

  /** All figures that have rows. */
  void forEach(IntConsumer action) {
    for (int at = 0; at < size; at++) {
      if (cells(at) > 0) {
        action.accept(at);
      }
    }
  }

  private long number(int at, int which) {
    return longs[at >> PAGE_BITS][(at & (PAGE - 1)) * LONGS + which];
  }

  private void set(int at, int which, long value) {
    longs[at >> PAGE_BITS][(at & (PAGE - 1)) * LONGS + which] = value;
  }

  private int small(int at, int which) {
    return ints[at >> PAGE_BITS][(at & (PAGE - 1)) * INTS + which];
  }

  private void setSmall(int at, int which, int value) {
    ints[at >> PAGE_BITS][(at & (PAGE - 1)) * INTS + which] = value;
  }
}
