package org.midex.codec.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.model.Lexical;
import org.midex.schema.Catalogue;
import org.midex.schema.Frequency;
import org.midex.schema.ValueType;

class MeantTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final ValueType COUNT = ValueType.of(ValueType.Kind.COUNT);

  private static Optional<String> meant(ValueType type, String text) {
    return Meant.of(CATALOGUE, type, text);
  }

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
        "1.250.000 | 1250000",
        "1,250.00 | 1250",
        "1.250,00 | 1250",
        "1 250,0 | 1250",
        "12500.000 | 12500",
        "1\u2009250 | 1250",
        "12\u2019345.00 | 12345",
        "+5 | 5",
        "+1,250 | 1250",
        "007 | 7",
        "000 | 0",
        "\u22125 | -5",
        "\uFF11\uFF12 | 12",
      })
  void aCountInAnotherFormIsUnderstood(String text, String meant) {
    assertThat(meant(COUNT, text)).contains(meant);
    assertThat(Lexical.matches(COUNT, meant)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1,25",
        "12.5",
        "1,2500",
        "1..250",
        "12,34,567",
        "12.01",
        "1e3",
        "1,250.000",
        "1 250.000",
        "12 500,000",
        "123,456.789",
        "1.250.00",
        "0,125",
        "0.250",
        "1 250.5",
        "-0",
        "+",
        "5-"
      })
  void whatIsNotClearIsNotGuessed(String text) {
    assertThat(meant(COUNT, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"' 2023-03-31', 2023-03-31", "'2023-03-31 ', 2023-03-31"})
  void spacesAroundAValueAreNotMeant(String text, String meant) {
    assertThat(meant(ValueType.of(ValueType.Kind.DATE), text)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "2024Q1, 2024-Q1",
    "2024-q1, 2024-Q1",
    "2024 Q1, 2024-Q1",
    "2024-H1, 2024-S1",
    "2024S2, 2024-S2",
    "2024M01, 2024-01",
    "2024-M1, 2024-01",
    "2024-W5, 2024-W05"
  })
  void aPeriodOfAnotherFormatIsUnderstood(String text, String meant) {
    assertThat(meant(ValueType.period(EnumSet.allOf(Frequency.class)), text)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-Q5", "2024H3", "2024M13", "2024-1", "24Q1", "2024QQ1"})
  void aPeriodThatThereIsNotIsNotGuessed(String text) {
    assertThat(meant(ValueType.period(EnumSet.allOf(Frequency.class)), text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"+5.50, 5.50", "\u22125.50, -5.50", "007.50, 7.50"})
  void anAmountWithAnotherSignIsUnderstood(String text, String meant) {
    assertThat(meant(ValueType.amount(2), text)).contains(meant);
  }

  @Test
  void aPeriodOfAFrequencyThatIsNotAllowedIsNotGuessed() {
    assertThat(meant(ValueType.period(EnumSet.of(Frequency.A)), "2024Q1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CL_AREA, Germany, DEU",
    "CL_AREA, Deu, DEU",
    "CL_UNIT, PER, PS",
    "CL_CLASSIFICATION, public, PUBLIC"
  })
  void aCodeIsUnderstoodAsInRows(String list, String text, String meant) {
    assertThat(meant(ValueType.code(CATALOGUE.codeList(list)), text)).contains(meant);
  }
}
