package org.midex.validation.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts distinct row numbers, exactly while they come in order or the pages last; all sets of one
 * run share the pages. Not thread-safe.
 */
public final class RowSet {
  /** Row numbers of a page. */
  private static final int PAGE = 1024;

  private final Budget budget;
  private final Map<Long, long[]> pages = new HashMap<>();
  private long[] page = new long[0];
  private long pageNumber = -1;
  private long last;
  private long count;
  private boolean complete = true;
  private boolean exact = true;

  /** The pages that several sets share, of about 200 bytes each. */
  public static final class Budget {
    private int left;

    public Budget(int pages) {
      left = pages;
    }

    private boolean take() {
      return left > 0 && left-- > 0;
    }
  }

  RowSet(Budget budget) {
    this.budget = budget;
  }

  /**
   * @param row from 1
   */
  void add(long row) {
    if (row == last) {
      return;
    }
    long[] bits = pageOf(row);
    if (bits != null) {
      mark(bits, (int) (row % PAGE));
    } else if (row > last) {
      count++;
    } else {
      exact = false;
    }
    last = Math.max(last, row);
  }

  private void mark(long[] bits, int bit) {
    long mask = 1L << bit;
    if ((bits[bit / Long.SIZE] & mask) == 0) {
      bits[bit / Long.SIZE] |= mask;
      count++;
    }
  }

  /** Null when there is no page left for a row that may have been counted without one. */
  private long @Nullable [] pageOf(long row) {
    long number = row / PAGE;
    if (number != pageNumber) {
      long[] found = pages.get(number);
      if (found == null && complete) {
        complete = budget.take();
        found = complete ? new long[PAGE / Long.SIZE] : null;
        if (found != null) {
          pages.put(number, found);
        }
      }
      if (found == null) {
        return null;
      }
      page = found;
      pageNumber = number;
    }
    return page;
  }

  /** Distinct rows; the least possible number unless it is exact. */
  long count() {
    return count;
  }

  boolean exact() {
    return exact;
  }
}
