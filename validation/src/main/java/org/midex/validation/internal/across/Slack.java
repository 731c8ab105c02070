package org.midex.validation.internal.across;

import java.math.BigInteger;
import org.midex.schema.Rule;
import org.midex.validation.internal.Parameters;

/**
 * How far figures may be apart before a rule tells of it, beyond what rounding allows.
 *
 * @param percent of the figure
 * @param least at the figures' scale
 */
record Slack(long percent, BigInteger least) {
  private static final BigInteger HUNDRED = BigInteger.valueOf(100);

  /** The rule's settings; nothing where it has none. */
  static Slack of(Rule rule, int scale) {
    return new Slack(
        Parameters.wholeOrZero(rule, "percent"),
        BigInteger.valueOf(Parameters.wholeOrZero(rule, "least"))
            .multiply(BigInteger.TEN.pow(scale)));
  }

  boolean isBeyond(BigInteger difference, BigInteger tolerance, long figure) {
    BigInteger beyond = difference.subtract(tolerance);
    return beyond.signum() > 0
        && beyond.compareTo(least) >= 0
        && beyond
                .multiply(HUNDRED)
                .compareTo(BigInteger.valueOf(figure).abs().multiply(BigInteger.valueOf(percent)))
            >= 0;
  }
}
