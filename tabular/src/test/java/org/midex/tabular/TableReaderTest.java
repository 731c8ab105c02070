package org.midex.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.tabular.Imported.mapping;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReaderTest {
  static final String OFFICE =
      """
      id: office
      title: An office's table
      source: made up
      licence: none
      theme: ASYLUM_APP
      table: {format: csv, separator: ";"}
      numbers: {thousands: " ", decimal: ","}
      missing:
        "": empty
        ":": {OBS_STATUS: O}
      constants: {REF_AREA: AUT, APPLICATION_TYPE: FRST, PROCEDURE: _T, DEC_LEVEL: _T, AGE: _T,
        MINOR_STATUS: _T, UNIT_MEASURE: PS}
      columns:
        Year: {field: TIME_PERIOD, period: [yyyy, "yyyy'Q'Q", "d.M.yyyy", "yyyy'M'MM"]}
        Country: {field: CITIZENSHIP, tokens: {Nowhere: XXA}, scheme: [midex, iso2], labels: eurostat, names: [fr]}
        Women: {value: {SEX: F}}
        Men: {value: {SEX: M}}
        Flag: {flags: [OBS_STATUS, CONF_STATUS], scheme: eurostat, tokens: {"9": {CONF_STATUS: N}}, combined: COMMENT}
        Clerk: {ignore: name of the clerk}
      header:
        Sender: {Area: AUT, Authority: BFA}
      """;
  private static final String HEADINGS = "Year;Country;Women;Men;Flag;Clerk\n";
  private static final Mapping MAPPING = mapping(OFFICE);

  private static Imported read(String rows) {
    Imported imported = Imported.of(MAPPING, HEADINGS + rows);
    assertThat(imported.requireAccount().addsUp()).isTrue();
    return imported;
  }

  @Test
  void aWideRowBecomesAnObservationForEachFigure() {
    Imported imported = read("2024;SYR;1 510;790;;Ann\n");
    assertThat(imported.findings()).isEmpty();
    assertThat(imported.column("SEX")).containsExactly("F", "M");
    assertThat(imported.column("OBS_VALUE")).containsExactly("1510", "790");
    assertThat(imported.requireAccount()).isEqualTo(new Account(1, 0, 6, 2, 2, 0, 1, 1, 0));
    assertThat(imported.places().get(1).source()).isEqualTo("line 2, column \"Men\"");
    assertThat(imported.places().get(1).line()).isEqualTo(2);
    assertThat(imported.places().get(1).record()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"Nowhere,XXA", "FRA,FRA", "DE,DEU", "Bolivia,BOL", "Austria,AUT", "Autriche,AUT"})
  void codesAreLookedForInTheStepsOfTheMapping(String text, String code) {
    assertThat(read("2024;" + text + ";1;1;;\n").column("CITIZENSHIP")).containsOnly(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scheme: [midex, unhcr] | AUS",
        "scheme: [unhcr, midex] | AUT",
        "tokens: {AUS: ABW}, scheme: unhcr | ABW"
      })
  void theFirstStepThatKnowsATextWins(String steps, String code) {
    Mapping mapping =
        mapping(
            OFFICE.replaceFirst("Country: .*\n", "Country: {field: CITIZENSHIP, " + steps + "}\n"));
    Imported imported = Imported.of(mapping, HEADINGS + "2024;AUS;1;2;;\n");
    assertThat(imported.column("CITIZENSHIP")).containsOnly(code);
  }

  @ParameterizedTest
  @CsvSource({"2024,2024", "2024Q3,2024-Q3", "2024M07,2024-07"})
  void periodsAreReadInTheFormatsOfTheMapping(String text, String period) {
    assertThat(read(text + ";SYR;1;1;;\n").column("TIME_PERIOD")).containsOnly(period);
  }

  @ParameterizedTest
  @CsvSource({"p,P,", "c,,C", "pc,P,C", "'p, c',P,C", "9,,N"})
  void flagsBecomeAttributesOfEveryFigure(String flag, String status, String confidentiality) {
    Imported imported = read("2024;SYR;1;2;" + flag + ";\n");
    assertThat(imported.findings()).isEmpty();
    assertThat(imported.column("OBS_STATUS")).containsOnly(status);
    assertThat(imported.column("CONF_STATUS")).containsOnly(confidentiality);
  }

  @Test
  void flagsThatOneAttributeCannotHoldAreKeptAsText() {
    Imported imported = read("2024;SYR;1;2;dp;\n");
    assertThat(imported.column("OBS_STATUS")).containsOnly("D");
    assertThat(imported.column("COMMENT")).containsOnly("flags: dp");
  }

  @Nested
  class AGap {
    @Test
    void isAnObservationWithoutFigureWhenTheMappingSaysWhy() {
      Imported imported = read("2024;SYR;:;2;;\n");
      assertThat(imported.observations().get(0).fields())
          .containsEntry("OBS_STATUS", "O")
          .doesNotContainKey("OBS_VALUE");
      assertThat(imported.observations().get(1).fields()).doesNotContainKey("OBS_STATUS");
    }

    @Test
    void isNoObservationWhenTheMappingDeclaresItEmpty() {
      Imported imported = read("2024;SYR;;2;;\n");
      assertThat(imported.column("SEX")).containsExactly("M");
      assertThat(imported.requireAccount().declaredEmpty()).isEqualTo(2);
    }

    @Test
    void keepsTheFlagThatExplainsItBetter() {
      assertThat(read("2024;SYR;:;2;z;\n").column("OBS_STATUS")).containsExactly("M", "M");
    }

    @Test
    void keepsTheFlagThatDoesNotExplainItAsText() {
      Imported imported = read("2024;SYR;:;2;p;\n");
      assertThat(imported.column("OBS_STATUS")).containsExactly("O", "P");
      assertThat(imported.column("COMMENT")).containsExactly("flags: p", null);
    }
  }

  @Nested
  class AFinding {
    @Test
    void doesNotGuessAnotherCountryFromACode() {
      assertThat(read("2024;SYX;1;2;;Ann\n").findings().get(0).suggestion()).isNull();
      assertThat(read("2024;syr;1;2;;Ann\n").findings().get(0).suggestion()).isEqualTo("SYR");
    }

    @Test
    void i01KeepsTheRowOutWhenACodeIsNotKnown() {
      Imported imported = read("2024;Bolivai;1;2;;Ann\n2024;SYR;3;4;;\n");
      assertThat(imported.rules()).containsExactly("MDX-I01");
      Imported.Found found = imported.findings().get(0);
      assertThat(found.field()).isEqualTo("Country");
      assertThat(found.value()).isEqualTo("Bolivai");
      assertThat(found.suggestion()).isEqualTo("Bolivia");
      assertThat(found.details()).containsEntry("list", "CL_AREA").containsKey("scheme");
      assertThat(found.location().source()).isEqualTo("line 2, column \"Country\"");
      assertThat(imported.column("OBS_VALUE")).containsExactly("3", "4");
      assertThat(imported.requireAccount()).isEqualTo(new Account(2, 0, 12, 2, 2, 0, 1, 2, 5));
    }

    @ParameterizedTest
    @CsvSource({"1.5", "'1,5'", "abc", "1 51", "12 3456", "1e3", "NA", "+5", "9999999999999999999"})
    void i02KeepsOneFigureOutWhenItIsNoNumber(String text) {
      Imported imported = read("2024;SYR;" + text + ";2;;\n");
      assertThat(imported.rules()).containsExactly("MDX-I02");
      assertThat(imported.findings().get(0).value()).isEqualTo(text);
      assertThat(imported.column("OBS_VALUE")).containsExactly("2");
      assertThat(imported.requireAccount().findings()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"24", "2024-13", "2024Q5", "31.12.2024", "''"})
    void i03KeepsTheRowOutWhenThePeriodIsNone(String text) {
      Imported imported = read(text + ";SYR;1;2;;\n");
      assertThat(imported.rules()).containsExactly("MDX-I03");
      assertThat(imported.observations()).isEmpty();
      assertThat(imported.requireAccount().findings()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"?", "px", "','"})
    void i04KeepsTheRowOutWhenAFlagIsNotKnown(String flag) {
      Imported imported = read("2024;SYR;1;2;" + flag + ";\n");
      assertThat(imported.rules()).containsExactly("MDX-I04");
      assertThat(imported.observations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1;dp", ":;p"})
    void i30KeepsTheRowOutWhenNothingKeepsTwoFlags(String row) {
      Mapping forgetful = mapping(OFFICE.replace(", combined: COMMENT", ""));
      Imported imported = Imported.of(forgetful, HEADINGS + "2024;SYR;2;" + row + ";\n");
      assertThat(imported.rules()).containsExactly("MDX-I30");
      assertThat(imported.observations()).isEmpty();
      assertThat(imported.requireAccount().addsUp()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2024;SYR;1;2;, 5", "2024;SYR;1;2;;Ann;more, 7", "2024, 1"})
    void i05KeepsTheRowOutWhenItHasAnotherNumberOfCells(String row, String found) {
      Imported imported = read(row + "\n2024;SYR;3;4;;\n");
      assertThat(imported.rules()).containsExactly("MDX-I05");
      assertThat(imported.findings().get(0).details())
          .isEqualTo(Map.of("expected", "6", "found", found));
      assertThat(imported.observations()).hasSize(2);
      assertThat(imported.requireAccount().findings()).isEqualTo(Long.parseLong(found));
    }

    @Test
    void i07StopsWhenAColumnIsMissing() {
      Imported imported = Imported.of(MAPPING, "Year;Contry;Women;Men;Flag\n2024;SYR;1;2;\n");
      assertThat(imported.rules()).containsExactly("MDX-I07");
      Imported.Found found = imported.findings().get(0);
      assertThat(found.value()).isEqualTo("Country");
      assertThat(found.suggestion()).isEqualTo("Contry");
      assertThat(found.details().get("found")).contains("Contry, Women");
      assertThat(imported.stopped()).isNotNull();
      assertThat(imported.observations()).isEmpty();
    }

    @Test
    void i08CountsTheCellsOfColumnsThatNobodyNames() {
      Imported imported =
          Imported.of(
              MAPPING,
              "Year;Country;Women;Men;Flag;Clerk;Office\n2024;SYR;1;2;;;Linz\n2024;IRQ;1;2;;;Graz\n");
      assertThat(imported.rules()).containsExactly("MDX-I08");
      assertThat(imported.findings().get(0).value()).isEqualTo("Office");
      assertThat(imported.observations()).hasSize(4);
      assertThat(imported.requireAccount().findings()).isEqualTo(2);
    }
  }

  @Test
  void blankLinesAreCountedAndNotRead() {
    Imported imported = read("\n2024;SYR;1;2;;\n;;;;;\n\n2024;IRQ;1;2;;");
    assertThat(imported.findings()).isEmpty();
    assertThat(imported.requireAccount().rows()).isEqualTo(2);
    assertThat(imported.requireAccount().blankLines()).isEqualTo(3);
  }

  @Test
  void titlesStandAboveTheHeadingRow() {
    Mapping titled =
        mapping(OFFICE.replace("separator: \";\"", "separator: \";\", heading_row: 3"));
    Imported imported = Imported.of(titled, "Applicants\n\n" + HEADINGS + "2024;SYR;1;2;;\n");
    assertThat(imported.observations()).hasSize(2);
    assertThat(imported.requireAccount().blankLines()).isZero();
  }

  @Test
  void ignoredColumnsNeedNotBeThere() {
    Imported imported = Imported.of(MAPPING, "Flag;Men;Women;Country;Year\n;2;1;SYR;2024\n");
    assertThat(imported.findings()).isEmpty();
    assertThat(imported.column("OBS_VALUE")).containsExactly("1", "2");
  }

  @Test
  void separatorsAndLineBreaksMayStandInQuotes() {
    Imported imported = read("2024;SYR;1;2;;\"Ann; \"\"the\nclerk\"\"\"\n2024;IRQ;3;4;;\n");
    assertThat(imported.observations()).hasSize(4);
    assertThat(imported.places().get(2).line()).isEqualTo(4);
  }

  @Test
  void tabsMaySeparateAndQuotesBeText() {
    Mapping plain = mapping(OFFICE.replace("separator: \";\"", "separator: tab, quote: none"));
    Imported imported =
        Imported.of(plain, HEADINGS.replace(';', '\t') + "2024\tSYR\t1\t2\t\t\"Ann\n");
    assertThat(imported.findings()).isEmpty();
    assertThat(imported.observations()).hasSize(2);
  }

  @Test
  void aColumnWithoutHeadingIsNamedByItsPlace() {
    Imported imported = Imported.of(MAPPING, "Year;Country;Women;Men;Flag;\n2024;SYR;1;2;;x\n");
    assertThat(imported.findings()).extracting(Imported.Found::value).containsExactly("column 6");
  }

  @Test
  void constantsSayWhatSomeColumnsOfFiguresLeaveOut() {
    Mapping mapping =
        mapping(
            OFFICE
                .replace("AGE: _T,", "AGE: _T, SEX: _T,")
                .replace("Men: {value: {SEX: M}}", "Men: {value: {MINOR_STATUS: UAM}}"));
    Imported imported = Imported.of(mapping, HEADINGS + "2024;SYR;5;6;;\n");
    assertThat(imported.findings()).isEmpty();
    assertThat(imported.column("SEX")).containsExactly("F", "_T");
    assertThat(imported.column("MINOR_STATUS")).containsExactly("_T", "UAM");
    assertThat(imported.column("AGE")).containsExactly("_T", "_T");
  }
}
