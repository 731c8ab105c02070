package org.midex.validation.internal;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.midex.model.Problem;

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
    if (high.signum() != 0) {
      high = BigInteger.ZERO;
    }
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

  /** Whether the sum is exactly the total, so that there is nothing to judge. */
  boolean isExactly(long total) {
    return high.signum() == 0 && low == total;
  }

  /** The total less the sum. */
  private BigInteger difference(long total) {
    return BigInteger.valueOf(total).subtract(value());
  }

  /** What is to be said of a total beside its parts. */
  enum Judgement {
    AGREES,
    DIFFERS,
    /** The header declares a rounding, but not how far it can reach. */
    ROUNDING_UNKNOWN
  }

  /**
   * Judges a total by the parts added so far.
   *
   * @param atMost whether the parts may also be less than the total
   */
  Judgement judge(long total, boolean atMost) {
    if (isExactly(total)) {
      return Judgement.AGREES;
    }
    BigInteger difference = difference(total);
    if (atMost && difference.signum() > 0) {
      return Judgement.AGREES;
    }
    if (!rounding.known()) {
      return Judgement.ROUNDING_UNKNOWN;
    }
    return difference.abs().compareTo(tolerance(total)) > 0 ? Judgement.DIFFERS : Judgement.AGREES;
  }

  /** Judges a total and reports what differs. */
  void report(
      long record,
      long total,
      boolean atMost,
      Problem problem,
      String code,
      Supplier<Map<String, String>> details,
      Reporter reporter) {
    switch (judge(total, atMost)) {
      case DIFFERS -> reporter.onRecord(record, problem, code, details);
      case ROUNDING_UNKNOWN -> reporter.notRun(problem.rule(), "headerMissing");
      case AGREES -> {}
    }
  }

  /** How far the total may be from the sum. */
  BigInteger tolerance(long total) {
    return rounding.tolerance(parts + 1, rounding.isSmall(total) ? small + 1 : small);
  }

  /** The sum, at the figures' scale. */
  String text() {
    return rounding.text(value());
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
