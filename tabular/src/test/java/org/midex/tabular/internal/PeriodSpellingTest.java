package org.midex.tabular.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midex.schema.Frequency;
import org.midex.schema.ValueType;

class PeriodSpellingTest {
  private static final ValueType ANY = ValueType.period(Set.of(Frequency.values()));

  @ParameterizedTest
  @CsvSource({
    "2024,yyyy,2024",
    "2024-03,yyyy-MM,2024-03",
    "2024-03,M/yyyy,3/2024",
    "2024-11-05,d.M.yyyy,5.11.2024",
    "2024-11-05,yyyyMMdd,20241105",
    "2024-Q3,yyyy'Q'Q,2024Q3",
    "2024-S2,yyyy' half 'S,2024 half 2",
    "2024-W05,yyyy'W'ww,2024W05",
    "2024-W05,w/yyyy,5/2024",
    "2024-11-05,'MMMM dd, yyyy','November 05, 2024'",
    "2024-11,MMM yyyy,Nov 2024"
  })
  void aPeriodIsWrittenInItsFormat(String period, String format, String text) {
    PeriodFormat known = new PeriodFormat(List.of(format), ANY, new Months("en"));
    assertThat(known.spellings(period)).containsExactly(text);
    assertThat(known.translate(text)).isEqualTo(period);
  }

  @ParameterizedTest
  @CsvSource({"2024-03,yyyy", "2024,yyyy-MM", "2024-Q1,yyyy-MM", "2024-03-01,yyyy-MM"})
  void aFormatForPeriodsOfAnotherLengthDoesNot(String period, String format) {
    assertThat(new PeriodFormat(List.of(format), ANY, new Months("en")).spellings(period))
        .isEmpty();
  }

  @Test
  void aTextThatAnEarlierFormatReadsOtherwiseIsLeftOut() {
    PeriodFormat known = new PeriodFormat(List.of("d-M-yyyy", "M-d-yyyy"), ANY, new Months("en"));
    assertThat(known.spellings("2024-03-04")).containsExactly("4-3-2024");
    assertThat(known.spellings("2024-03-14")).containsExactly("14-3-2024");
  }
}
