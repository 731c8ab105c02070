package org.midex.validation.internal.ruleset;

import java.time.LocalDate;
import org.midex.model.TimePeriod;
import org.midex.schema.internal.YamlFile;

/** Days from the start of one period to the end of another. */
record PeriodSpan(LocalDate first, LocalDate last) {
  private static final String TO = "..";

  /** A period, or {@code first..last}; the text has been checked. */
  static PeriodSpan of(String text) {
    int to = text.indexOf(TO);
    TimePeriod first = TimePeriod.parse(to < 0 ? text : text.substring(0, to));
    TimePeriod last = to < 0 ? first : TimePeriod.parse(text.substring(to + TO.length()));
    return new PeriodSpan(first.start(), last.end());
  }

  /** Refuses a text that is no such span. */
  static void parse(String text, YamlFile.Value at) {
    try {
      PeriodSpan span = of(text);
      if (span.last.isBefore(span.first)) {
        throw at.fault("'" + text + "' ends before it starts");
      }
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw at.fault("expected a period such as 2023, 2023-Q1 or 2022..2024, found '" + text + "'");
    }
  }

  boolean holds(TimePeriod period) {
    return period.exists() && !period.start().isBefore(first) && !period.end().isAfter(last);
  }
}
