package org.midex.tabular.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midex.model.Lexical;

class NumbersTest {
  private static final Numbers ENGLISH = new Numbers(Set.of(","), '.');
  private static final Numbers FRENCH = new Numbers(Set.of(" "), ',');

  @ParameterizedTest
  @CsvSource({
    "'1,234',1234",
    "'12,345,678',12345678",
    "35.0,35",
    "007,7",
    "-0,0",
    "-5,-5",
    "0,0",
    "\u22125,-5"
  })
  void countsAreReadInTheMarksDeclared(String text, String number) {
    assertThat(ENGLISH.parse(text, 0)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "'12,34'",
    "'1,2345'",
    "'1234,567'",
    "1 234",
    "35.5",
    "'1,23,456'",
    "1.",
    "''",
    "'.5'",
    "0x1",
    "\u0661"
  })
  void otherTextsAreNoCounts(String text) {
    assertThat(ENGLISH.parse(text, 0)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'1 234,5',1234.50",
    "'1\u202F234\u202F567',1234567.00",
    "'-0,5',-0.50",
    "'0,05',0.05"
  })
  void amountsAreFilledUpToTheirScale(String text, String number) {
    assertThat(FRENCH.parse(text, 2)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({"'1 234\u00A0567'", "'0,055'", "1.5"})
  void mixedMarksAndLostDigitsAreNoAmounts(String text) {
    assertThat(FRENCH.parse(text, 2)).isNull();
  }

  @Property
  void groupedNumbersMeanThemselves(
      @ForAll @LongRange(min = -999_999_999_999L, max = 999_999_999_999L) long number) {
    assertThat(ENGLISH.parse(String.format(Locale.US, "%,d", number), 0))
        .isEqualTo(Long.toString(number));
    assertThat(ENGLISH.parse(BigDecimal.valueOf(number, 2).toPlainString(), 2))
        .isEqualTo(BigDecimal.valueOf(number, 2).toPlainString());
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "999,999",
    "1000,'1,000'",
    "-1000,'-1,000'",
    "-100,-100",
    "1234567,'1,234,567'"
  })
  void countsAreWrittenWithTheMark(String number, String text) {
    assertThat(ENGLISH.spelling(number)).isEqualTo(text);
    assertThat(Numbers.PLAIN.spelling(number)).isEqualTo(number);
  }

  @Property
  void whatIsWrittenIsReadAgain(
      @ForAll @LongRange(min = -999_999_999_999_999_999L, max = 999_999_999_999_999_999L) long n,
      @ForAll @IntRange(max = 3) int scale) {
    String number = Lexical.text(n, scale);
    for (Numbers numbers : List.of(ENGLISH, FRENCH, Numbers.PLAIN)) {
      assertThat(numbers.parse(numbers.spelling(number), scale)).isEqualTo(number);
    }
  }
}
