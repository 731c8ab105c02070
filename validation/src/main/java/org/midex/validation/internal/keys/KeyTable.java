package org.midex.validation.internal.keys;

import java.util.Arrays;

/**
 * Keys with their figures, in the order in which they came: 32 bytes an entry in pages, so that
 * growing copies nothing, and an index of 7 to 14 bytes an entry.
 *
 * <p>Keys with the same lower half stand near one another in the index, in a window whose width the
 * upper half fills: they are looked up together, and so are most often found in the same lines of
 * memory. The window is as narrow as it can be without crowding.
 */
public final class KeyTable {
  private static final int PAGE_BITS = 13;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int LONGS = 3;
  private static final int INTS = 2;
  private static final int NONE = -1;
  private static final int[] NOTHING = {};

  /** Places that may be passed over for each key, on average, before the window is widened. */
  private static final long CROWDED = 5;

  private static final int STEPS_AT_FIRST = 64;
  private static final int WIDEST = 40;

  /** Three to an entry: both halves of the key, the figure. */
  private long[][] longs = new long[16][];

  /** Two to an entry: the record's number, the packed period with {@link Marks}. */
  private int[][] ints = new int[16][];

  /** Entries, at the place that the key says or the next free one. */
  private int[] index = new int[1 << 12];

  /**
   * Beside each entry of the index seven bits of its key, so that others need not be fetched; zero
   * where the place is free.
   */
  private byte[] tags = new byte[1 << 12];

  private int size;

  /** Bits of the upper half that say where in the window a key is. */
  private int window = 6;

  private long steps;

  public int size() {
    return size;
  }

  /** How many places the keys were put behind the ones where they are looked for first. */
  long steps() {
    return steps;
  }

  /** Forgets all keys. */
  void clear() {
    Arrays.fill(tags, (byte) 0);
    size = 0;
    steps = 0;
  }

  /**
   * Adds a row.
   *
   * @return its entry, or −1 when its key was there before: then nothing is added
   */
  public int add(KeyedRow row) {
    int entry = add(row.hi(), row.lo(), row.record(), row.periodAndMarks());
    if (entry >= 0) {
      longs(entry)[longAt(entry) + 2] = row.figure();
      ints(entry)[intAt(entry) + 1] = row.periodAndMarks();
    }
    return entry;
  }

  /**
   * Adds a key, without a figure yet.
   *
   * @return its entry, or −1 when the key was there before: then nothing is added
   */
  public int add(long hi, long lo, long record, long period) {
    if (size >= index.length - (index.length >> 2)) {
      grow();
    }
    int place = place(hi, lo);
    if (tags[place] != 0) {
      return NONE;
    }
    steps += (place - home(hi, lo)) & (tags.length - 1);
    if (steps > CROWDED * (size + STEPS_AT_FIRST) && window < WIDEST) {
      window += 2;
      fillIndex();
      return add(hi, lo, record, period);
    }
    int entry = size++;
    index[place] = entry;
    tags[place] = tag(hi);
    int page = entry >> PAGE_BITS;
    if (page == longs.length) {
      longs = Arrays.copyOf(longs, page * 2);
      ints = Arrays.copyOf(ints, page * 2);
    }
    if (longs[page] == null) {
      longs[page] = new long[PAGE * LONGS];
      ints[page] = new int[PAGE * INTS];
    }
    longs(entry)[longAt(entry)] = hi;
    longs(entry)[longAt(entry) + 1] = lo;
    ints(entry)[intAt(entry)] = (int) record;
    ints(entry)[intAt(entry) + 1] = (int) period | Marks.NO_FIGURE;
    return entry;
  }

  public void setFigure(int entry, long figure) {
    longs(entry)[longAt(entry) + 2] = figure;
    ints(entry)[intAt(entry) + 1] &= ~Marks.NO_FIGURE;
  }

  /** The entry of a key, or −1. */
  public int find(long hi, long lo) {
    int place = place(hi, lo);
    return tags[place] == 0 ? NONE : index[place];
  }

  /** The entry whose key differs from this one's by a step, or −1. */
  public int find(int entry, long hiStep, long loStep) {
    return find(longs(entry)[longAt(entry)] + hiStep, longs(entry)[longAt(entry) + 1] + loStep);
  }

  public long hi(int entry) {
    return longs(entry)[longAt(entry)];
  }

  public long lo(int entry) {
    return longs(entry)[longAt(entry) + 1];
  }

  public boolean hasFigure(int entry) {
    return ints(entry)[intAt(entry) + 1] >= 0;
  }

  public long figure(int entry) {
    return longs(entry)[longAt(entry) + 2];
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

  /** Where a key is looked for first. */
  private int home(long hi, long lo) {
    return (int) (lo + (hi >>> (Long.SIZE - window))) & (tags.length - 1);
  }

  private int place(long hi, long lo) {
    byte tag = tag(hi);
    int mask = tags.length - 1;
    int place = home(hi, lo);
    while (tags[place] != 0 && !(tags[place] == tag && isAt(index[place], hi, lo))) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private static byte tag(long hi) {
    return (byte) (hi | 1);
  }

  /** Whether an entry has a key. */
  boolean isAt(int entry, long hi, long lo) {
    long[] page = longs(entry);
    int at = longAt(entry);
    return page[at] == hi && page[at + 1] == lo;
  }

  private void grow() {
    if (index.length >= 1 << 30) {
      throw new IllegalStateException("more than " + size + " keys");
    }
    int length = index.length * 2;
    index = NOTHING; // lets go of the old one before the new one is made
    index = new int[length];
    tags = new byte[length];
    fillIndex();
  }

  private void fillIndex() {
    Arrays.fill(tags, (byte) 0);
    steps = 0;
    int mask = tags.length - 1;
    for (int entry = 0; entry < size; entry++) {
      long hi = hi(entry);
      int home = home(hi, lo(entry));
      int place = home;
      while (tags[place] != 0) {
        place = (place + 1) & mask;
      }
      steps += (place - home) & mask;
      index[place] = entry;
      tags[place] = tag(hi);
    }
  }

  private long[] longs(int entry) {
    return longs[entry >> PAGE_BITS];
  }

  private int[] ints(int entry) {
    return ints[entry >> PAGE_BITS];
  }

  private static int longAt(int entry) {
    return (entry & (PAGE - 1)) * LONGS;
  }

  private static int intAt(int entry) {
    return (entry & (PAGE - 1)) * INTS;
  }
}
