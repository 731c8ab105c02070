package org.midex.benchmarks.measure;

import java.util.Arrays;

/** Medians, which one disturbed round does not change. */
public final class Medians {
  private Medians() {}

  /** The middle value, or the mean of the two in the middle. */
  public static double of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a median of nothing");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Distance of the largest and the smallest, as a share of the median. */
  public static double spread(double... values) {
    double largest = Arrays.stream(values).max().orElseThrow();
    double smallest = Arrays.stream(values).min().orElseThrow();
    double median = of(values);
    return median == 0 ? 0 : (largest - smallest) / median;
  }
}
