package org.midex.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.tabular.Imported.mapping;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.midex.model.Observation;

/** Columns of figures that their headings explain. */
class MatrixTest {
  private static final String START =
      """
      id: matrix
      title: A matrix
      source: made up
      licence: none
      theme: ASYLUM_APP
      table: {format: csv}
      missing: {"": empty}
      """;
  private static final String REST =
      """
      constants: {APPLICATION_TYPE: FRST, PROCEDURE: _T, DEC_LEVEL: _T, MINOR_STATUS: _T,
        UNIT_MEASURE: PS%s}
      columns:
        Country: {field: REF_AREA, names: en}
        Notes: {ignore: words}
      matrix: %s
      header:
        Sender: {Area: AUT, Authority: BFA}
      """;
  private static final String ORIGINS =
      START
          + REST.formatted(
              ", SEX: _T, AGE: _T, TIME_PERIOD: \"2024\"",
              "{field: CITIZENSHIP, names: en, tokens: {All: _T}, suffix: [\"*\", (a)], prefix: [\"the \"]}");

  private static List<String> keys(Imported imported, String field) {
    return imported.observations().stream()
        .map(Observation::fields)
        .map(f -> f.get("REF_AREA") + " " + f.get(field) + " " + f.get("OBS_VALUE"))
        .toList();
  }

  @Test
  void headingsAreCodesOfADimension() {
    Imported imported =
        Imported.of(
            mapping(ORIGINS), "Country,Iraq,Notes,Syrian Arab Republic,All\nAustria,1,x,2,3\n");
    assertThat(imported.findings()).isEmpty();
    assertThat(keys(imported, "CITIZENSHIP")).containsExactly("AUT IRQ 1", "AUT SYR 2", "AUT _T 3");
    assertThat(imported.requireAccount()).isEqualTo(new Account(1, 0, 5, 3, 1, 0, 0, 1, 0));
    assertThat(imported.places().get(1).source())
        .isEqualTo("line 2, column \"Syrian Arab Republic\"");
  }

  @Test
  void footnoteMarksAreTakenOff() {
    Imported imported =
        Imported.of(mapping(ORIGINS), "Country,Iraq* (a),the Sudan,Notes\nAustria,1,2,\n");
    assertThat(imported.findings()).isEmpty();
    assertThat(imported.column("CITIZENSHIP")).containsExactly("IRQ", "SDN");
  }

  @Test
  void aHeadingWithoutMeaningKeepsItsColumnOut() {
    Imported imported =
        Imported.of(mapping(ORIGINS), "Country,Iraq,Sirya,Notes\nAustria,1,2,\nFrance,3,4,\n");
    assertThat(imported.rules()).containsExactly("MDX-I01");
    Imported.Found found = imported.findings().get(0);
    assertThat(found.value()).isEqualTo("Sirya");
    assertThat(found.location().line()).isEqualTo(1);
    assertThat(imported.column("OBS_VALUE")).containsExactly("1", "3");
    assertThat(imported.requireAccount().findings()).isEqualTo(2);
    assertThat(imported.requireAccount().addsUp()).isTrue();
  }

  @Test
  void twoHeadingsOfOneMeaningStopTheImport() {
    Imported imported = Imported.of(mapping(ORIGINS), "Country,Iraq,Notes,Iraq*\nAustria,1,x,2\n");
    assertThat(imported.rules()).containsExactly("MDX-I06");
    assertThat(imported.findings().get(0).details().get("reason")).contains("Iraq", "Iraq*");
  }

  @Test
  void yearsMayStandAcross() {
    Mapping years =
        mapping(
            START
                + REST.formatted(
                    ", SEX: _T, AGE: _T, CITIZENSHIP: _T", "{field: TIME_PERIOD, period: yyyy}"));
    Imported imported =
        Imported.of(years, "Country,2022,2023,Source\nAustria,5,6,register\nFrance,,7,register\n");
    assertThat(keys(imported, "TIME_PERIOD"))
        .containsExactly("AUT 2022 5", "AUT 2023 6", "FRA 2023 7");
    assertThat(imported.rules()).containsExactly("MDX-I08");
    assertThat(imported.findings().get(0).value()).isEqualTo("Source");
  }

  @Test
  void aHeadingMayGiveSeveralFields() {
    Mapping both =
        mapping(
            START
                + REST.formatted(
                    ", CITIZENSHIP: _T, AGE: _T",
                    "{pattern: \"{SEX}, {TIME_PERIOD}\", fields: {SEX: {names: en}, TIME_PERIOD: {period: yyyy}}}"));
    Imported imported =
        Imported.of(both, "Country,\"Female, 2022\",\"Male, 2022\",Notes\nAustria,5,6,\n");
    assertThat(imported.findings()).isEmpty();
    assertThat(keys(imported, "SEX")).containsExactly("AUT F 5", "AUT M 6");
    assertThat(imported.column("TIME_PERIOD")).containsOnly("2022");
  }

  @Test
  void partsWithoutSeparatorAreToldApartByTheirMeaning() {
    Mapping both =
        mapping(
            START
                + REST.formatted(
                    ", CITIZENSHIP: _T, TIME_PERIOD: \"2024\"",
                    "{pattern: \"{SEX}{AGE}\", fields: {SEX: {tokens: {m: M, f: F}}, AGE: {tokens: {all: _T, \"1417\": Y14T17}}}}"));
    Imported imported = Imported.of(both, "Country,m1417,fall,Notes\nAustria,5,6,\n");
    assertThat(imported.findings()).isEmpty();
    assertThat(keys(imported, "AGE")).containsExactly("AUT Y14T17 5", "AUT _T 6");
  }

  @Test
  void aPatternThatNoHeadingFitsNamesItsLineInTheMapping() {
    Mapping years =
        mapping(
            START
                + REST.formatted(
                    ", SEX: _T, AGE: _T, CITIZENSHIP: _T",
                    "{pattern: \"Persons {TIME_PERIOD}\", fields: {TIME_PERIOD: {period: yyyy}}}"));
    Imported imported = Imported.of(years, "Country,Persons in 2022,Notes\nAustria,5,\n");
    assertThat(imported.rules()).contains("MDX-I07");
    Imported.Found found =
        imported.findings().stream().filter(f -> f.rule().equals("MDX-I07")).findFirst().get();
    assertThat(found.value()).isEqualTo("Persons {TIME_PERIOD}");
    assertThat(found.details()).containsEntry("mapping", "test.yaml:13");
    assertThat(found.details().get("found")).contains("Persons in 2022");
    assertThat(imported.observations()).isEmpty();
  }

  @Test
  void matricesAndNamedColumnsMayStandTogether() {
    String named =
        ORIGINS.replace(
            "  Notes: {ignore: words}",
            "  Notes: {ignore: words}\n  Rest: {value: {CITIZENSHIP: _U}}");
    Imported imported = Imported.of(mapping(named), "Country,Iraq,Rest,Notes\nAustria,1,2,\n");
    assertThat(imported.findings()).isEmpty();
    assertThat(keys(imported, "CITIZENSHIP")).containsExactlyInAnyOrder("AUT IRQ 1", "AUT _U 2");
  }

  @Test
  void rowsMayBeLeftOut() {
    String skipping =
        ORIGINS
            + """
            skip:
              - {column: Country, cells: [Total], why: sums}
              - {column: Country, from: "Source:", why: notes}
              - {column: Notes, except: ["", x], why: other figures}
            """;
    Imported imported =
        Imported.of(
            mapping(skipping),
            """
            Country,Iraq,Notes
            Austria,1,
            Total,9,
            France,2,draft
            France,3,x
            "Source: offices, with a comma"
            and more
            Austria,4,
            """);
    assertThat(imported.findings()).isEmpty();
    assertThat(keys(imported, "CITIZENSHIP")).containsExactly("AUT IRQ 1", "FRA IRQ 3");
    assertThat(imported.requireAccount().rows()).isEqualTo(7);
    assertThat(imported.requireAccount()).isEqualTo(new Account(7, 0, 17, 2, 2, 0, 0, 13, 0));
  }

  @Test
  void aTitleAboveTheHeadingsIsCheckedAndMayGiveAField() {
    String titled =
        ORIGINS
            .replace("table: {format: csv}", "table: {format: csv, heading_row: 3}")
            .replace(", TIME_PERIOD: \"2024\"", "")
            .replace(
                "columns:",
                "above: {pattern: \"Applications in {TIME_PERIOD}{*}(persons)\", fields: {TIME_PERIOD: {period: yyyy}}}\ncolumns:");
    String rows = "Country,Iraq,Notes\nAustria,1,\n";
    Imported imported =
        Imported.of(mapping(titled), "BFA,Applications in 2023 by origin (persons)\n\n" + rows);
    assertThat(imported.findings()).isEmpty();
    assertThat(imported.column("TIME_PERIOD")).containsExactly("2023");
    Imported other =
        Imported.of(mapping(titled), "Applications in 2023 by origin (cases)\n\n" + rows);
    assertThat(other.rules()).containsExactly("MDX-I06");
    assertThat(other.findings().get(0).details().get("reason"))
        .contains("Applications in {TIME_PERIOD}", "(cases)");
  }

  @Test
  void amountsAreMultipliedAndRoundedWhereTheMappingSaysSo() {
    String money =
        """
        id: money
        title: Money
        source: made up
        licence: none
        theme: REMITTANCE
        table: {format: csv}
        numbers: {factor: 1000000, round: true}
        constants: {REPORTER: _Z, REMIT_ITEM: PT, METHOD: SURVEY, CURRENCY: EUR, TIME_PERIOD: "2024"}
        columns:
          From: {field: SENDER_AREA}
        matrix: {field: RECEIVER_AREA}
        header:
          Sender: {Area: AUT, Authority: OENB}
        """;
    Imported imported =
        Imported.of(mapping(money), "From,SRB,TUR,BIH,HRV\nAUT,1.5,0.123456785,-0.000000001,x\n");
    assertThat(imported.column("OBS_VALUE")).containsExactly("1500000.00", "123456.78", "0.00");
    assertThat(imported.rules()).containsExactly("MDX-I02");
    Imported exact =
        Imported.of(
            mapping(money.replace(", round: true", "")), "From,SRB,TUR\nAUT,1.5,0.123456789\n");
    assertThat(exact.column("OBS_VALUE")).containsExactly("1500000.00");
    assertThat(exact.rules()).containsExactly("MDX-I02");
    assertThat(exact.requireAccount().addsUp()).isTrue();
  }
}
