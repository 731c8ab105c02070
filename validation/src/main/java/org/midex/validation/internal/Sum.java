package org.midex.validation.internal;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adds up the parts of one total. Figures have at most 18 digits, so a {@code long} nearly always
 * holds the sum; what it does not hold moves to a {@link BigInteger}.
 */
final class Sum {
  private final Rounding rounding;
  private long low;
  private BigInteger high = BigInteger.ZERO;
  private int parts;
  private int small;

  Sum(Rounding rounding) {
    this.rounding = rounding;
  }

  void clear() {
    low = 0;
    high = BigInteger.ZERO;
    parts = 0;
    small = 0;
  }

  void add(long figure) {
    long next = low + figure;
    if (((low ^ next) & (figure ^ next)) < 0) {
      high = high.add(BigInteger.valueOf(low));
      next = figure;
    }
    low = next;
    parts++;
    if (rounding.isSmall(figure)) {
      small++;
    }
  }

  int parts() {
    return parts;
  }

  BigInteger value() {
    return high.add(BigInteger.valueOf(low));
  }

  boolean isExactly(long total) {
    return high.signum() == 0 && low == total;
  }

  /** The total less the sum. */
  BigInteger difference(long total) {
    return BigInteger.valueOf(total).subtract(value());
  }

  BigInteger tolerance(long total) {
    return rounding.tolerance(parts + 1, rounding.isSmall(total) ? small + 1 : small);
  }

  /** What all findings on sums say. */
  Map<String, String> details(long total) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("found", rounding.text(BigInteger.valueOf(total)));
    details.put("expected", rounding.text(value()));
    details.put("difference", rounding.text(difference(total).abs()));
    details.put("tolerance", rounding.text(tolerance(total)));
    return details;
  }
}
