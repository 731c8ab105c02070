package org.midex.schema;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * How often a figure is stated. A period's text shows its frequency, so that no message needs to
 * send it. Codes: SDMX CL_FREQ.
 */
public enum Frequency {
  /** Calendar year, {@code 2024}. */
  A("[0-9]{4}"),
  /** Half-year, {@code 2024-S1}. */
  S("[0-9]{4}-S[12]"),
  /** Quarter, {@code 2024-Q1}. */
  Q("[0-9]{4}-Q[1-4]"),
  /** Month, {@code 2024-03}. */
  M("[0-9]{4}-(0[1-9]|1[0-2])"),
  /** ISO 8601 week, {@code 2024-W05}. */
  W("[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])"),
  /** Day, {@code 2024-03-31}. */
  D("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");

  private final String pattern;

  Frequency(String pattern) {
    this.pattern = pattern;
  }

  /** Regular expression of this frequency's period texts, good for XSD and Java alike. */
  public String pattern() {
    return pattern;
  }

  /** The expression for periods of any of these frequencies. */
  public static String pattern(Collection<Frequency> frequencies) {
    return frequencies.stream().map(Frequency::pattern).collect(Collectors.joining("|"));
  }
}
