package org.midex.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTypeTest {
  private static final long LARGEST = 999_999_999_999_999_999L;

  @Property
  void everyCountOf18DigitsHasTheForm(
      @ForAll @LongRange(min = -LARGEST, max = LARGEST) long count) {
    assertThat(Long.toString(count)).matches(pattern(ValueType.of(ValueType.Kind.COUNT)));
  }

  @Property
  void everyAmountOf18DigitsHasTheForm(
      @ForAll @LongRange(min = -LARGEST, max = LARGEST) long unscaled,
      @ForAll @IntRange(min = 1, max = 17) int scale) {
    assertThat(BigDecimal.valueOf(unscaled, scale).toPlainString())
        .matches(pattern(ValueType.amount(scale)));
  }

  @ParameterizedTest
  @CsvSource({
    "1.5",
    "1.500",
    "01.50",
    "+1.50",
    "-0.00",
    ".50",
    "1",
    "1e2",
    "12345678901234567.00",
    "''"
  })
  void anAmountHasOneFormOnly(String text) {
    assertThat(text).doesNotMatch(pattern(ValueType.amount(2)));
  }

  @ParameterizedTest
  @CsvSource({
    "COUNT,00",
    "COUNT,-0",
    "COUNT,+1",
    "COUNT,1.0",
    "DATE,2024-13-01",
    "DATE,2024-1-01",
    "INSTANT,2024-03-31T24:00:00Z",
    "INSTANT,2024-03-31T12:00:00",
    "IDENTIFIER,a b",
    "IDENTIFIER,-a",
    "URN,urn:x:1",
    "URN,urn:uuid:",
    "DIGEST,ABC",
    "VERSION,1",
    "VERSION,0.1",
    "VERSION,1.01",
    "BOOLEAN,TRUE"
  })
  void otherFormsAreRefused(ValueType.Kind kind, String text) {
    assertThat(text).doesNotMatch(pattern(ValueType.of(kind)));
  }

  @ParameterizedTest
  @CsvSource({
    "DATE,2024-03-31",
    "INSTANT,2024-03-31T12:00:00Z",
    "IDENTIFIER,STAT.AT:x-1",
    "URN,urn:uuid:6f1f9a0e-2a0c-4a55-9a35-0a0c6b1b7a11",
    "VERSION,1.0",
    "VERSION,12.34",
    "BOOLEAN,true"
  })
  void properFormsAreTaken(ValueType.Kind kind, String text) {
    assertThat(text).matches(pattern(ValueType.of(kind)));
  }

  private static String pattern(ValueType type) {
    return String.valueOf(type.pattern());
  }
}
