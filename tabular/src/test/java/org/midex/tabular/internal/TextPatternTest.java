package org.midex.tabular.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatternTest {
  private static @Nullable Map<String, String> read(String pattern, String text) {
    return TextPattern.of(pattern).read(text, (name, cell) -> cell);
  }

  @Test
  void placesAreReadBetweenTheWords() {
    assertThat(read("{LAT}, {LON}", "1.5, -2")).isEqualTo(Map.of("LAT", "1.5", "LON", "-2"));
    assertThat(read("{LAT},{LON}", "1.5 ,  -2")).isEqualTo(Map.of("LAT", "1.5", "LON", "-2"));
    assertThat(read("no place", "no place")).isEqualTo(Map.of());
    assertThat(read("{A}", "")).isEqualTo(Map.of("A", ""));
  }

  @ParameterizedTest
  @CsvSource({"'1, 2, 3'", "1;2", "''"})
  void whatDoesNotFitOrFitsInTwoWaysIsNotRead(String text) {
    assertThat(read("{LAT}, {LON}", text)).isNull();
  }

  @Test
  void meaningDecidesBetweenSeveralReadings() {
    Set<String> known = Set.of("Korea, South", "1");
    assertThat(
            TextPattern.of("{A}, {B}")
                .read("Korea, South, 1", (name, cell) -> known.contains(cell) ? cell : null))
        .isEqualTo(Map.of("A", "Korea, South", "B", "1"));
  }

  @Test
  void anythingMayStandWhereThePatternSaysSo() {
    assertThat(read("In {Y}{*}(persons){*}", "In 2017 by sex (persons) (revised)"))
        .isNull(); // {Y} may end anywhere
    assertThat(
            TextPattern.of("In {Y}{*}(persons){*}")
                .read(
                    "In 2017 by sex (persons) (revised)",
                    (name, cell) -> cell.matches("[0-9]{4}") ? cell : null))
        .isEqualTo(Map.of("Y", "2017"));
  }

  @ParameterizedTest
  @CsvSource({
    "{A, not closed",
    "A}, opened",
    "{A} {A}, twice",
    "{A B}, names no field",
    "{}, names no field"
  })
  void faultyPatternsSayWhatIsWrong(String pattern, String fault) {
    assertThatThrownBy(() -> TextPattern.of(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(fault);
    assertThatThrownBy(() -> TextPattern.of("{*}a".repeat(100)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aHostileCellCostsLittle() {
    String cell = "a".repeat(990) + "b";
    long[] steps = new long[1];
    TextPattern pattern = TextPattern.of("{A}a{B}a{C}a{D}a{E}c");
    assertThat(
            pattern.read(
                cell,
                (name, text) -> {
                  steps[0]++;
                  return text;
                }))
        .isNull();
    assertThat(steps[0]).isLessThan(20_000);
    assertThat(read("{A}", "a".repeat(1 << 20))).isNull();
  }
}
