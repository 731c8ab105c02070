package org.midex.model;

import java.util.List;

/**
 * Where in a file the findings of one problem are. Findings on the message itself are in no row.
 *
 * @param rows distinct rows that have such a finding: what repairing the problem clears
 * @param exact whether {@code rows} is exact; it is the least possible number otherwise
 * @param width rows of one bucket, at least 1
 * @param buckets findings by row number, exact: the first bucket is of the rows 1 to {@code width};
 *     at most {@value #BUCKETS}
 */
public record Spread(long rows, boolean exact, long width, List<Long> buckets) {
  /** Buckets at most. */
  public static final int BUCKETS = 120;

  /** Of findings whose places were not kept. */
  public static final Spread UNKNOWN = new Spread(0, false, 1, List.of());

  public Spread {
    buckets = List.copyOf(buckets);
  }
}
