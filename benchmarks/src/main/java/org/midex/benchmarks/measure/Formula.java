package org.midex.benchmarks.measure;

import java.util.OptionalDouble;
import java.util.function.BiFunction;

/** What a goal is about, computed from the results. */
@FunctionalInterface
public interface Formula {
  /** Empty when something that it needs was not measured. */
  OptionalDouble of(Results results);

  /** How many times faster a contender is than another, by processor time. */
  static Formula speed(String contender, String than) {
    return ratio(than, contender, Results::cpu);
  }

  /** How many times faster a contender is than the fastest of others, by processor time. */
  static Formula speedOverBest(String contender, String... others) {
    return results -> {
      OptionalDouble best = OptionalDouble.empty();
      for (String other : others) {
        OptionalDouble seconds = results.cpu(other);
        if (seconds.isPresent() && seconds.getAsDouble() < best.orElse(Double.MAX_VALUE)) {
          best = seconds;
        }
      }
      return divided(best, results.cpu(contender));
    };
  }

  /** How many times faster a contender is than another, by the clock. */
  static Formula clockSpeed(String contender, String than) {
    return ratio(than, contender, Results::wall);
  }

  /** One number. */
  static Formula figure(String id) {
    return results -> results.figure(id);
  }

  /** One number divided by another. */
  static Formula share(String of, String by) {
    return ratio(of, by, Results::figure);
  }

  private static Formula ratio(
      String of, String by, BiFunction<Results, String, OptionalDouble> number) {
    return results -> divided(number.apply(results, of), number.apply(results, by));
  }

  private static OptionalDouble divided(OptionalDouble of, OptionalDouble by) {
    return of.isPresent() && by.isPresent() && by.getAsDouble() != 0
        ? OptionalDouble.of(of.getAsDouble() / by.getAsDouble())
        : OptionalDouble.empty();
  }
}
