package org.midex.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.midex.tabular.Imported.CATALOGUE;
import static org.midex.tabular.Imported.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.model.Observation;
import org.midex.schema.RowType;

class ExportedWorkbooksTest {
  private static final RowType THEME = CATALOGUE.theme("MIG_STOCK");
  private static final String YAML =
      """
      id: stock
      title: Stock
      source: made up
      licence: none
      theme: MIG_STOCK
      table: {format: xlsx, sheet: Figures, heading_row: 2}
      numbers: {thousands: " "}
      constants: {REF_AREA: AUT, ORIGIN_BASIS: COB, SEX: _T, AGE: _T, EDUCATION: _T,
        OCCUPATION: _T, DURATION_STAY: _T}
      dataset: {UNIT_MEASURE: PS}
      columns:
        year: {field: TIME_PERIOD, period: yyyy}
        from: {field: ORIGIN}
        persons: {value: {}}
        note: {field: COMMENT}
      header:
        Sender: {Area: AUT, Authority: X}
      """;
  private static final Mapping MAPPING = mapping(YAML);

  private static Observation observation(String value, String comment) {
    return Observation.of(
        THEME,
        Map.ofEntries(
            Map.entry("REF_AREA", "AUT"),
            Map.entry("ORIGIN", "SYR"),
            Map.entry("ORIGIN_BASIS", "COB"),
            Map.entry("SEX", "_T"),
            Map.entry("AGE", "_T"),
            Map.entry("EDUCATION", "_T"),
            Map.entry("OCCUPATION", "_T"),
            Map.entry("DURATION_STAY", "_T"),
            Map.entry("TIME_PERIOD", "2024"),
            Map.entry("OBS_VALUE", value),
            Map.entry("COMMENT", comment)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "=1+1",
        "5-11",
        "<b>&amp;\"'",
        "\uD83D\uDE00 \u0645\u0631\u062D\u0628\u0627",
        "two\nlines\tand a tab",
        "_x0041_"
      })
  void keepTexts(String text) {
    List<Observation> observations = List.of(observation("1", text));
    Exported exported = Exported.of(MAPPING, observations);
    assertThat(exported.findings()).isEmpty();
    assertThat(Imported.of(MAPPING, exported.bytes()).observations()).isEqualTo(observations);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-5", "1510", "123456789012345", "1234567890123456", "999999999999999999"})
  void keepFigures(String value) {
    List<Observation> observations = List.of(observation(value, "x"));
    Exported exported = Exported.of(MAPPING, observations);
    assertThat(exported.findings()).isEmpty();
    assertThat(Imported.of(MAPPING, exported.bytes()).observations()).isEqualTo(observations);
  }

  @Test
  void holdNumbersAsNumbersAsFarAsTheyAreExact() throws IOException {
    Exported exported =
        Exported.of(
            MAPPING, List.of(observation("1510", "a"), observation("1234567890123456", "b")));
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(exported.bytes()))) {
      List<Row> rows = workbook.findSheet("Figures").orElseThrow().read();
      assertThat(rows.get(1).getCell(2).getType()).isEqualTo(CellType.NUMBER);
      assertThat(rows.get(2).getCell(2).getType()).isEqualTo(CellType.STRING);
      assertThat(rows.get(2).getCell(2).getText()).isEqualTo("1 234 567 890 123 456");
      assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
      assertThat(rows.get(0).getRowNum()).isEqualTo(2);
    }
  }

  @Test
  void cannotHoldEveryText() {
    Exported exported =
        Exported.of(
            MAPPING,
            List.of(
                observation("1", "a\rb"),
                observation("2", "x".repeat(32_768)),
                observation("3", "x".repeat(32_767))));
    assertThat(exported.rules()).containsExactly("MDX-I26", "MDX-I26");
    assertThat(exported.account()).isEqualTo(new ExportAccount(3, 1, 2, 1, 0));
  }

  @Test
  void haveManyRows() {
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < 2_345; i++) {
      observations.add(observation(Integer.toString(i), "row " + i));
    }
    Exported exported = Exported.of(MAPPING, observations);
    assertThat(Imported.of(MAPPING, exported.bytes()).observations()).isEqualTo(observations);
  }

  @Test
  void haveNoSheetThatExcelDoesNotAllow() {
    Mapping mapping = mapping(YAML.replace("sheet: Figures", "sheet: \"a/b\""));
    assertThatThrownBy(() -> Exported.of(mapping, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a/b");
  }
}
