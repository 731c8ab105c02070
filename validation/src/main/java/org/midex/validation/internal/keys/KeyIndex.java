package org.midex.validation.internal.keys;

import java.util.Arrays;

/**
 * Keys, numbered in the order in which they came: 16 bytes a key in pages, so that growing copies
 * nothing, and an index of 7 to 14 bytes a key.
 *
 * <p>Keys with the same lower half stand near one another in the index, in a window whose width the
 * upper half fills: they are looked up together, and so are most often found in the same lines of
 * memory. The window is as narrow as it can be without crowding.
 */
final class KeyIndex {
  static final int PAGE_BITS = 13;
  static final int PAGE = 1 << PAGE_BITS;
  private static final int NONE = -1;
  private static final int[] NOTHING = {};

  /** Places that may be passed over for each key, on average, before the window is widened. */
  private static final long CROWDED = 5;

  private static final int STEPS_AT_FIRST = 64;
  private static final int WIDEST = 40;

  /** Both halves of each key. */
  private long[][] keys = new long[16][];

  /** Numbers, at the place that the key says or the next free one. */
  private int[] index = new int[1 << 12];

  /**
   * Beside each number of the index seven bits of its key, so that others need not be fetched; zero
   * where the place is free.
   */
  private byte[] tags = new byte[1 << 12];

  private int size;

  /** Bits of the upper half that say where in the window a key is. */
  private int window = 6;

  private long steps;

  int size() {
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

  /** The number of a key: {@link #size()} before the call when it is new. */
  int add(long hi, long lo) {
    if (size >= index.length - (index.length >> 2)) {
      grow();
    }
    int place = place(hi, lo);
    if (tags[place] != 0) {
      return index[place];
    }
    steps += (place - home(hi, lo)) & (tags.length - 1);
    if (steps > CROWDED * (size + STEPS_AT_FIRST) && window < WIDEST) {
      window += 2;
      fillIndex();
      return add(hi, lo);
    }
    int number = size++;
    index[place] = number;
    tags[place] = tag(hi);
    int page = number >> PAGE_BITS;
    if (page == keys.length) {
      keys = Arrays.copyOf(keys, page * 2);
    }
    if (keys[page] == null) {
      keys[page] = new long[PAGE * 2];
    }
    int at = at(number);
    keys[page][at] = hi;
    keys[page][at + 1] = lo;
    return number;
  }

  /** The number of a key, or −1. */
  int find(long hi, long lo) {
    int place = place(hi, lo);
    return tags[place] == 0 ? NONE : index[place];
  }

  long hi(int number) {
    return keys[number >> PAGE_BITS][at(number)];
  }

  long lo(int number) {
    return keys[number >> PAGE_BITS][at(number) + 1];
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

  private boolean isAt(int number, long hi, long lo) {
    long[] page = keys[number >> PAGE_BITS];
    int at = at(number);
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
    for (int number = 0; number < size; number++) {
      long hi = hi(number);
      int home = home(hi, lo(number));
      int place = home;
      while (tags[place] != 0) {
        place = (place + 1) & mask;
      }
      steps += (place - home) & mask;
      index[place] = number;
      tags[place] = tag(hi);
    }
  }

  private static int at(int number) {
    return (number & (PAGE - 1)) * 2;
  }
}
