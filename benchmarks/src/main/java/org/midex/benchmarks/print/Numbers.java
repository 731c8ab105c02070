package org.midex.benchmarks.print;

import java.util.Locale;
import org.midex.benchmarks.measure.Goal;

/** Numbers for people. */
final class Numbers {
  private Numbers() {}

  /** Three digits that say something. */
  static String of(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e9) {
      return Long.toString((long) number);
    }
    double size = Math.abs(number);
    int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }

  static String megabytes(double bytes) {
    return of(Math.rint(bytes / 1e5) / 10);
  }

  static String wanted(Goal goal) {
    return goal.bound().sign() + " " + of(goal.wanted()) + unit(goal);
  }

  static String measured(Goal.Outcome outcome) {
    return outcome.measured().isPresent()
        ? of(outcome.measured().getAsDouble()) + unit(outcome.goal())
        : outcome.goal().otherwise();
  }

  private static String unit(Goal goal) {
    return goal.unit().isEmpty() ? "" : " " + goal.unit();
  }

  static String verdict(Goal.Outcome outcome) {
    return outcome.met() ? "met" : "missed";
  }
}
