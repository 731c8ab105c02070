package org.midex.validation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.midex.model.TimePeriod;

/** Days of periods are remembered, but never those of another period. */
class PeriodDaysTest {
  private final Periods periods = new Periods();

  @Test
  void areThoseOfThePeriodHoweverManyThereAre() {
    for (int round = 0; round < 2; round++) {
      for (LocalDate day = LocalDate.of(2020, 1, 1); day.getYear() < 2024; day = day.plusDays(1)) {
        long packed = TimePeriod.parse(day.toString()).packed();
        assertThat(periods.days(packed).orElseThrow().first()).isEqualTo(day.toEpochDay());
      }
      assertThat(periods.days(TimePeriod.parse("2023-02-30").packed())).isEmpty();
    }
  }
}
