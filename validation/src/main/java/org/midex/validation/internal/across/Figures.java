package org.midex.validation.internal.across;

import java.util.function.IntConsumer;
import org.midex.validation.internal.Columns;
import org.midex.validation.internal.keys.KeyTable;

/**
 * Common figures of one side, added up from its rows. Where a side has the total of a dimension and
 * its parts, only the total counts. About 80 bytes a figure.
 */
final class Figures {
  private static final int DOUBTFUL = 0;
  private static final int CODES = 1;
  private static final int LONGS = 2;
  private static final int CELLS = 0;
  private static final int SMALL = 1;
  private static final int PARTS = 2;
  private static final int REPORTER = 3;
  private static final int AREA = 4;
  private static final int INTS = 5;

  private final KeyTable sums = new KeyTable();
  private final Columns columns = new Columns(LONGS, INTS);
  private boolean exact = true;

  /** The figure of a common key, or −1. */
  int find(long hi, long lo) {
    return sums.find(hi, lo);
  }

  /**
   * Adds a row.
   *
   * @param small whether the declared rounding may have altered it as a small figure
   * @param reporter code of the area that reports it
   */
  void add(Projection row, long figure, boolean small, long record, int reporter, long period) {
    int at = sums.add(row.hi(), row.lo(), record, period);
    if (at >= 0) {
      columns.add(at);
      start(at, row, reporter);
    } else {
      at = sums.find(row.hi(), row.lo());
      int order = compare(at, row.parts(), period, reporter);
      if (order > 0) {
        return;
      }
      if (order < 0) {
        sums.replace(at, record, period);
        start(at, row, reporter);
      }
    }
    long sum = plus(sums.figure(at), figure);
    exact &= Math.abs(sum) != Long.MAX_VALUE;
    sums.setFigure(at, sum);
    if (row.isDoubtful()) {
      columns.setWide(at, DOUBTFUL, plus(doubtful(at), figure));
    }
    columns.set(at, CELLS, cells(at) + 1);
    columns.set(at, SMALL, smallCells(at) + (small ? 1 : 0));
  }

  /**
   * Whether a row takes the place of what is there (below zero), belongs to it (zero) or is left
   * out: the fewest split dimensions win, then a fixed order, so that the order of rows is all one.
   */
  private int compare(int at, int parts, long period, int reporter) {
    int here = columns.get(at, PARTS);
    int order = Integer.compare(Integer.bitCount(parts), Integer.bitCount(here));
    order = order != 0 ? order : Integer.compare(parts, here);
    order = order != 0 ? order : Long.compare(period, period(at));
    return order != 0 ? order : Integer.compare(reporter, reporter(at));
  }

  private void start(int at, Projection row, int reporter) {
    sums.setFigure(at, 0);
    columns.setWide(at, DOUBTFUL, 0);
    columns.setWide(at, CODES, row.codes());
    columns.set(at, CELLS, 0);
    columns.set(at, SMALL, 0);
    columns.set(at, PARTS, row.parts());
    columns.set(at, REPORTER, reporter);
    columns.set(at, AREA, row.area());
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

  /** Whether no sum was beyond the largest number. */
  boolean areExact() {
    return exact;
  }

  long hi(int at) {
    return sums.hi(at);
  }

  long lo(int at) {
    return sums.lo(at);
  }

  long sum(int at) {
    return sums.figure(at);
  }

  /** Part of the sum that the other side may not count. */
  long doubtful(int at) {
    return columns.wide(at, DOUBTFUL);
  }

  /** Rows that make up the sum. */
  int cells(int at) {
    return columns.get(at, CELLS);
  }

  int smallCells(int at) {
    return columns.get(at, SMALL);
  }

  /** As {@link Projection#codes()}. */
  long codes(int at) {
    return columns.wide(at, CODES);
  }

  /** Number of the first row. */
  long record(int at) {
    return sums.record(at);
  }

  int reporter(int at) {
    return columns.get(at, REPORTER);
  }

  /** As {@link Projection#area()}. */
  int area(int at) {
    return columns.get(at, AREA);
  }

  long period(int at) {
    return sums.period(at);
  }

  void forEach(IntConsumer action) {
    for (int at = 0; at < sums.size(); at++) {
      action.accept(at);
    }
  }
}
