package org.midex.validation.internal.keys;

import java.util.Arrays;

/**
 * Keys with their figures, in the order in which they came: 16 bytes an entry in pages beside what
 * {@link KeyIndex} needs.
 */
public final class KeyTable {
  private static final int PAGE_BITS = KeyIndex.PAGE_BITS;
  private static final int PAGE = KeyIndex.PAGE;
  private static final int INTS = 2;
  private static final int NONE = -1;

  private final KeyIndex keys = new KeyIndex();
  private long[][] figures = new long[16][];

  /** Two to an entry: the record's number, the packed period with {@link Marks}. */
  private int[][] ints = new int[16][];

  public int size() {
    return keys.size();
  }

  /**
   * Adds a key, without a figure yet.
   *
   * @param period as {@link org.midex.model.TimePeriod#packed()}
   * @return its entry, or −1 when the key was there before: then nothing is added
   */
  public int add(long hi, long lo, long record, long period) {
    int size = keys.size();
    int entry = keys.add(hi, lo);
    if (entry != size) {
      return NONE;
    }
    int page = entry >> PAGE_BITS;
    if (page == figures.length) {
      figures = Arrays.copyOf(figures, page * 2);
      ints = Arrays.copyOf(ints, page * 2);
    }
    if (figures[page] == null) {
      figures[page] = new long[PAGE];
      ints[page] = new int[PAGE * INTS];
    }
    replace(entry, record, period);
    return entry;
  }

  public void setFigure(int entry, long figure) {
    figures[entry >> PAGE_BITS][entry & (PAGE - 1)] = figure;
    ints(entry)[intAt(entry) + 1] &= ~Marks.NO_FIGURE;
  }

  /** The entry of a key, or −1. */
  public int find(long hi, long lo) {
    return keys.find(hi, lo);
  }

  /** The entry whose key differs from this one's by a step, or −1. */
  public int find(int entry, long hiStep, long loStep) {
    return find(hi(entry) + hiStep, lo(entry) + loStep);
  }

  public long hi(int entry) {
    return keys.hi(entry);
  }

  public long lo(int entry) {
    return keys.lo(entry);
  }

  public boolean hasFigure(int entry) {
    return ints(entry)[intAt(entry) + 1] >= 0;
  }

  public long figure(int entry) {
    return figures[entry >> PAGE_BITS][entry & (PAGE - 1)];
  }

  public long record(int entry) {
    return Integer.toUnsignedLong(ints(entry)[intAt(entry)]);
  }

  /** As {@link org.midex.model.TimePeriod#packed()}, which has 28 bits. */
  public long period(int entry) {
    return ints(entry)[intAt(entry) + 1] & Marks.PERIOD;
  }

  /**
   * Marks an entry or takes its mark away.
   *
   * @param mark one of {@link Marks}
   */
  public void mark(int entry, int mark, boolean marked) {
    int[] page = ints(entry);
    int at = intAt(entry) + 1;
    page[at] = marked ? page[at] | mark : page[at] & ~mark;
  }

  public boolean marked(int entry, int mark) {
    return (ints(entry)[intAt(entry) + 1] & mark) != 0;
  }

  /** Lets an entry come from another record, without a figure or mark yet. */
  public void replace(int entry, long record, long period) {
    ints(entry)[intAt(entry)] = (int) record;
    ints(entry)[intAt(entry) + 1] = (int) period | Marks.NO_FIGURE;
  }

  private int[] ints(int entry) {
    return ints[entry >> PAGE_BITS];
  }

  private static int intAt(int entry) {
    return (entry & (PAGE - 1)) * INTS;
  }
}
