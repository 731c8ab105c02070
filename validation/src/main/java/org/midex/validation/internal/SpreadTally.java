package org.midex.validation.internal;

import java.util.Arrays;
import org.midex.model.Spread;

/**
 * Counts findings by row number in few buckets, which double their width when a row lies beyond
 * them.
 */
final class SpreadTally {
  private final RowSet rows;
  private long[] buckets = new long[8];
  private long width = 1;
  private int used;

  SpreadTally(RowSet.Budget budget) {
    this.rows = new RowSet(budget);
  }

  /**
   * @param row from 1; 0 for the message itself, which is in no bucket
   */
  void add(long row) {
    if (row <= 0) {
      return;
    }
    rows.add(row);
    while ((row - 1) / width >= Spread.BUCKETS) {
      halve();
    }
    int bucket = (int) ((row - 1) / width);
    if (bucket >= buckets.length) {
      buckets = Arrays.copyOf(buckets, Spread.BUCKETS);
    }
    buckets[bucket]++;
    used = Math.max(used, bucket + 1);
  }

  private void halve() {
    for (int i = 0; i < buckets.length; i += 2) {
      buckets[i / 2] = buckets[i] + buckets[i + 1];
    }
    Arrays.fill(buckets, buckets.length / 2, buckets.length, 0);
    width *= 2;
    used = (used + 1) / 2;
  }

  Spread toSpread() {
    return new Spread(
        rows.count(), rows.exact(), width, Arrays.stream(buckets, 0, used).boxed().toList());
  }
}
