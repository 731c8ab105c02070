package org.midex.validation.internal;

import java.util.Arrays;
import org.midex.validation.internal.keys.KeyTable;

/**
 * Numbers beside the entries of a {@link KeyTable}, zero until they are set; in pages, so that
 * growing copies nothing.
 */
public final class Columns {
  private static final int PAGE_BITS = 12;
  private static final int PAGE = 1 << PAGE_BITS;

  private final int longsOfEntry;
  private final int intsOfEntry;
  private long[][] longs = new long[16][];
  private int[][] ints = new int[16][];

  /**
   * @param longs columns of 64 bits
   * @param ints columns of 32 bits
   */
  public Columns(int longs, int ints) {
    longsOfEntry = longs;
    intsOfEntry = ints;
  }

  /** Makes room for an entry; entries come in order. */
  public void add(int entry) {
    int page = entry >> PAGE_BITS;
    if (page == longs.length) {
      longs = Arrays.copyOf(longs, page * 2);
      ints = Arrays.copyOf(ints, page * 2);
    }
    if (longs[page] == null) {
      longs[page] = new long[PAGE * longsOfEntry];
      ints[page] = new int[PAGE * intsOfEntry];
    }
  }

  public long wide(int entry, int column) {
    return longs[entry >> PAGE_BITS][(entry & (PAGE - 1)) * longsOfEntry + column];
  }

  public void setWide(int entry, int column, long number) {
    longs[entry >> PAGE_BITS][(entry & (PAGE - 1)) * longsOfEntry + column] = number;
  }

  public int get(int entry, int column) {
    return ints[entry >> PAGE_BITS][(entry & (PAGE - 1)) * intsOfEntry + column];
  }

  public void set(int entry, int column, int number) {
    ints[entry >> PAGE_BITS][(entry & (PAGE - 1)) * intsOfEntry + column] = number;
  }
}
