package org.midex.schema.publish;

import java.util.Collection;
import java.util.stream.Collectors;
import org.midex.schema.Frequency;

/** Words that several generators use. */
final class Words {
  private Words() {}

  static String frequency(Frequency frequency) {
    return switch (frequency) {
      case A -> "yearly";
      case S -> "half-yearly";
      case Q -> "quarterly";
      case M -> "monthly";
      case W -> "weekly";
      case D -> "daily";
    };
  }

  /** A period of this frequency, as an example of its form. */
  static String examplePeriod(Frequency frequency) {
    return switch (frequency) {
      case A -> "2024";
      case S -> "2024-S1";
      case Q -> "2024-Q1";
      case M -> "2024-03";
      case W -> "2024-W05";
      case D -> "2024-03-31";
    };
  }

  /** {@code yearly, half-yearly}. */
  static String frequencies(Collection<Frequency> frequencies) {
    return frequencies.stream().sorted().map(Words::frequency).collect(Collectors.joining(", "));
  }

  /** {@code 2024 (yearly), 2024-S1 (half-yearly)}. */
  static String periods(Collection<Frequency> frequencies) {
    return frequencies.stream()
        .sorted()
        .map(f -> examplePeriod(f) + " (" + frequency(f) + ")")
        .collect(Collectors.joining(", "));
  }
}
