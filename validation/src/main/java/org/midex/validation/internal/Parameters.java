package org.midex.validation.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Set;
import org.midex.schema.Rule;

/** Settings of rules, as {@code rules.yaml} gives them. */
public final class Parameters {
  private Parameters() {}

  /** A whole number; what stands after the point counts as one more. */
  static long whole(Rule rule, String name) {
    String text = Objects.requireNonNull(rule.parameters().get(name), name);
    return new BigDecimal(text).setScale(0, RoundingMode.CEILING).longValueExact();
  }

  /** As {@link #whole(Rule, String)}; zero when the rule does not have the parameter. */
  public static long wholeOrZero(Rule rule, String name) {
    return rule.parameters().containsKey(name) ? whole(rule, name) : 0;
  }

  /** A whole number at a scale; the largest number where it would be beyond. */
  static long atScale(Rule rule, String name, int scale) {
    return BigInteger.valueOf(whole(rule, name))
        .multiply(BigInteger.TEN.pow(scale))
        .min(BigInteger.valueOf(Long.MAX_VALUE))
        .longValueExact();
  }

  /** Words separated by spaces; none when the rule does not have the parameter. */
  public static Set<String> words(Rule rule, String name) {
    String text = rule.parameters().getOrDefault(name, "").strip();
    return text.isEmpty() ? Set.of() : Set.of(text.split(" +"));
  }
}
