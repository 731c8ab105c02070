package org.midex.codec.head;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.model.Lexical;
import org.midex.schema.ValueType;

class MeantTest {
  private static final ValueType COUNT = ValueType.of(ValueType.Kind.COUNT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,250 | 1250",
        "1.250 | 1250",
        "-12'345'678 | -12345678",
        "1\u202F250 | 1250",
        "1\u00A0250\u00A0000 | 1250000",
        "'12 ' | 12",
        "12.0 | 12",
        "12,00 | 12",
      })
  void aCountInAnotherFormIsUnderstood(String text, String meant) {
    assertThat(Meant.of(COUNT, text)).contains(meant);
    assertThat(Lexical.matches(COUNT, meant)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1,25", "12.5", "1,2500", "1..250", "12,34,567", "12.01", "1e3"})
  void whatIsNotClearIsNotGuessed(String text) {
    assertThat(Meant.of(COUNT, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"' 2023-03-31', 2023-03-31", "'2023-03-31 ', 2023-03-31"})
  void spacesAroundAValueAreNotMeant(String text, String meant) {
    assertThat(Meant.of(ValueType.of(ValueType.Kind.DATE), text)).contains(meant);
  }
}
