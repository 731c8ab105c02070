package org.midex.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.tabular.Imported.mapping;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns whose cells give several fields, and periods in words. */
class SplitColumnsTest {
  private static final String INCIDENTS =
      """
      id: incidents
      title: Incidents
      source: made up
      licence: none
      theme: MISSING
      table: {format: csv, separator: ";"}
      columns:
        Date: {field: TIME_PERIOD, period: ["d MMM yyyy", "MMMM d, yyyy"], language: fr}
        Id: {field: INCIDENT}
        Where: {pattern: "({LATITUDE}, {LONGITUDE})"}
        Kind:
          fields: [INDICATOR, SOURCE_QUALITY]
          tokens:
            dead: {INDICATOR: DEAD, SOURCE_QUALITY: "5"}
            missing, perhaps dead: {INDICATOR: MISSING}
            dead 2021: {INDICATOR: DEAD}
        Cause: {fields: {CAUSE: {labels: iom}, CAUSE_TEXT: {}}, absent: ["", "?"]}
        n: {value: {}}
      constants: {REF_AREA: M49_145}
      marks:
        "*": {OBS_STATUS: E}
        (p): {OBS_STATUS: P}
        +: ignore
      missing: {"-": {OBS_STATUS: O}}
      header:
        Sender: {Area: _Z, Authority: IOM}
      """;
  private static final String HEADINGS = "Date;Id;Where;Kind;Cause;n\n";

  private static Imported read(String row) {
    Imported imported = Imported.of(mapping(INCIDENTS), HEADINGS + row + "\n");
    assertThat(imported.requireAccount().addsUp()).isTrue();
    return imported;
  }

  @Test
  void oneCellGivesSeveralFields() {
    Imported imported = read("5 janv. 2020;7;(35.03, 14.6777);dead;Drowning;4");
    assertThat(imported.findings()).isEmpty();
    assertThat(imported.observations().get(0).fields())
        .containsEntry("TIME_PERIOD", "2020-01-05")
        .containsEntry("LATITUDE", "35.030000000000")
        .containsEntry("LONGITUDE", "14.677700000000")
        .containsEntry("INDICATOR", "DEAD")
        .containsEntry("SOURCE_QUALITY", "5")
        .containsEntry("CAUSE", "DROWNING")
        .containsEntry("CAUSE_TEXT", "Drowning");
    assertThat(imported.requireAccount()).isEqualTo(new Account(1, 0, 6, 1, 3, 2, 0, 0, 0));
  }

  @Test
  void aTokenNeedNotGiveEveryAttribute() {
    Imported imported = read("décembre 31, 2019;7;(1, 2);missing, perhaps dead;?;4");
    assertThat(imported.findings()).isEmpty();
    assertThat(imported.observations().get(0).fields())
        .containsEntry("TIME_PERIOD", "2019-12-31")
        .containsEntry("INDICATOR", "MISSING")
        .doesNotContainKeys("SOURCE_QUALITY", "CAUSE", "CAUSE_TEXT");
    assertThat(imported.requireAccount().declaredEmpty()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 janv. 2020;7;35.03, 14.6777;dead;Drowning;4 | MDX-I01 | Where | 35.03, 14.6777",
        "5 janv. 2020;7;(1, 2);ded;Drowning;4 | MDX-I01 | Kind | ded",
        "5 janv. 2020;7;(1, 2);dead;Drownin;4 | MDX-I01 | Cause | Drownin",
        "5 jan 2020;7 7;(1, 2);dead;Drowning;4 | MDX-I01 | Id | 7 7",
        "5 January 2020;7;(1, 2);dead;Drowning;4 | MDX-I03 | Date | 5 January 2020",
        "31 févr. 2020;7;(1, 2);dead;Drowning;4 | MDX-I03 | Date | 31 févr. 2020",
      })
  void whatCannotBeReadIsAFinding(String row, String rule, String field, String value) {
    Imported imported = read(row);
    assertThat(imported.rules()).containsExactly(rule);
    assertThat(imported.findings().get(0).field()).isEqualTo(field);
    assertThat(imported.findings().get(0).value()).isEqualTo(value);
    assertThat(imported.observations()).isEmpty();
    assertThat(imported.requireAccount().findings()).isEqualTo(6);
  }

  @Test
  void whatWasMeantIsSuggested() {
    assertThat(read("5 mai 2020;7;(1, 2);ded;Drowning;4").findings().get(0).suggestion())
        .isEqualTo("dead");
    assertThat(read("5 mai 2020;7;(1, 2);dead;Drownin;4").findings().get(0).suggestion())
        .isEqualTo("Drowning");
  }

  @Test
  void anotherNumberIsNotMeant() {
    assertThat(read("5 mai 2020;7;(1, 2);dead 2020;Drowning;4").findings().get(0).suggestion())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({"4*,4,E", "4 (p),4,P", "4+,4,", "4,4,", "-+,,O"})
  void marksBehindAFigureSaySomethingOfIt(String cell, String figure, String status) {
    Imported imported = read("5 mai 2020;7;(1, 2);dead;Drowning;" + cell);
    assertThat(imported.findings()).isEmpty();
    assertThat(imported.column("OBS_VALUE")).containsExactly(figure);
    assertThat(imported.column("OBS_STATUS")).containsExactly(status);
  }

  @ParameterizedTest
  @CsvSource({"4#", "*", "4**", "x*"})
  void otherMarksAreNoFigures(String cell) {
    Imported imported = read("5 mai 2020;7;(1, 2);dead;Drowning;" + cell);
    assertThat(imported.rules()).containsExactly("MDX-I02");
    assertThat(imported.findings().get(0).value()).isEqualTo(cell);
  }

  @Test
  void aMarkThatContradictsTheRestIsNotLost() {
    assertThat(read("5 mai 2020;7;(1, 2);dead;Drowning;-*").rules()).containsExactly("MDX-I30");
  }
}
