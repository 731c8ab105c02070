package org.midex.model;

import java.util.Set;
import org.midex.schema.Frequency;
import org.midex.schema.internal.Words;

/** Packs periods, and remembers the latest of each place in a table: a message has few of them. */
final class RecentPeriods {
  private static final int BITS = 8;
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final Set<Frequency> frequencies;
  private final long[] words = new long[1 << BITS];
  private final byte[] lengths = new byte[1 << BITS];
  private final long[] packed = new long[1 << BITS];

  RecentPeriods(Set<Frequency> frequencies) {
    this.frequencies = frequencies;
  }

  /** As {@link TimePeriod#pack(byte[], int, int, Set)}. */
  long pack(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > Long.BYTES || length <= 0) {
      return TimePeriod.pack(bytes, from, to, frequencies);
    }
    long word = Words.at(bytes, from, length);
    int place = (int) ((word * FACTOR) >>> (Long.SIZE - BITS));
    if (words[place] != word || lengths[place] != length) {
      words[place] = word;
      lengths[place] = (byte) length;
      packed[place] = TimePeriod.pack(bytes, from, to, frequencies);
    }
    return packed[place];
  }
}
