package org.midex.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.tabular.Imported.CATALOGUE;
import static org.midex.tabular.Imported.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midex.model.Action;
import org.midex.model.Observation;
import org.midex.tabular.internal.Table;

/** Tables of every kind that a mapping can describe, read and written again. */
class ThereAndBackTest {
  private static final String HEADER =
      "header: {Sender: {Area: AUT, Authority: BFA}}\nid: x\ntitle: X\nsource: made up\nlicence: none\n";

  private static Exported back(Mapping mapping, String table) {
    Imported imported = Imported.of(mapping, table);
    assertThat(imported.findings()).isEmpty();
    assertThat(imported.observations()).isNotEmpty();
    Exported exported = Exported.of(mapping, imported.observations());
    Imported again = Imported.of(mapping, exported.bytes());
    assertThat(again.findings()).isEmpty();
    assertThat(again.observations()).containsExactlyInAnyOrderElementsOf(imported.observations());
    return exported;
  }

  /** The table comes back as it was, but for the ends of its lines. */
  private static void same(String yaml, String table) {
    Exported exported = back(mapping(HEADER + yaml), table);
    assertThat(exported.findings()).isEmpty();
    assertThat(exported.text().replace("\r\n", "\n")).isEqualTo(table);
  }

  @Nested
  class Matrices {
    private static final String ORIGINS =
        """
        theme: ASYLUM_APP
        table: {format: csv}
        missing: {"": empty}
        constants: {APPLICATION_TYPE: FRST, PROCEDURE: _T, DEC_LEVEL: _T, MINOR_STATUS: _T,
          UNIT_MEASURE: PS, SEX: _T, AGE: _T, TIME_PERIOD: "2024"}
        columns:
          Country: {field: REF_AREA, names: en}
        matrix: {field: CITIZENSHIP, names: en, tokens: {All: _T}, suffix: "*"}
        """;

    @Test
    void areHeadedByWhatTheyAreOf() {
      same(ORIGINS, "Country,Iraq,Afghanistan,All\nAustria,1,2,3\nFrance,,4,4\nItaly,5,,5\n");
    }

    @Test
    void loseTheMarksOfTheirHeadings() {
      Exported exported =
          back(mapping(HEADER + ORIGINS), "Country,Iraq*,Afghanistan\nAustria,1,2\n");
      assertThat(exported.text()).startsWith("Country,Iraq,Afghanistan\r\n");
    }

    @Test
    void standAfterTheColumnsNamed() {
      String named = ORIGINS + "  \n";
      same(
          named.replace("columns:\n", "columns:\n  Rest: {value: {CITIZENSHIP: _U}}\n"),
          "Rest,Country,Iraq\n1,Austria,2\n");
    }

    @Test
    void mayBeSeveral() {
      String several =
          ORIGINS
              .replace(", SEX: _T", "")
              .replace(
                  "matrix: {field: CITIZENSHIP, names: en, tokens: {All: _T}, suffix: \"*\"}",
                  """
                  matrix:
                    - {pattern: "{CITIZENSHIP} m", value: {SEX: M}}
                    - {pattern: "{CITIZENSHIP} f", value: {SEX: F}}
                  """);
      same(several, "Country,IRQ m,IRQ f,SYR f\nAustria,1,2,3\n");
    }

    @Test
    void ofMoreFieldsHaveThemAllInTheirHeadings() {
      String both =
          ORIGINS
              .replace(", SEX: _T", "")
              .replace(", TIME_PERIOD: \"2024\"", "")
              .replace(
                  "matrix: {field: CITIZENSHIP, names: en, tokens: {All: _T}, suffix: \"*\"}",
                  """
                  matrix:
                    pattern: "{SEX}, {TIME_PERIOD}"
                    fields: {SEX: {names: en}, TIME_PERIOD: {period: "MMMM yyyy", language: en}}
                  """)
              .replace("AGE: _T", "AGE: _T, CITIZENSHIP: _T");
      same(
          both, "Country,\"Female, January 2022\",\"Male, March 2022\"\nAustria,5,6\nFrance,7,8\n");
    }

    @Test
    void withoutATokenForNothingMustBeWhole() {
      Mapping mapping = mapping(HEADER + ORIGINS.replace("missing: {\"\": empty}\n", ""));
      Imported imported = Imported.of(mapping, "Country,Iraq,All\nAustria,1,2\nFrance,3,4\n");
      Exported exported = Exported.of(mapping, imported.observations().subList(0, 3));
      assertThat(exported.rules()).containsExactly("MDX-I29");
      assertThat(exported.account()).isEqualTo(new ExportAccount(3, 2, 1, 1, 0));
    }

    @Test
    void haveNoColumnForWhatCannotBeSaid() {
      Mapping mapping = mapping(HEADER + ORIGINS.replace("missing: {\"\": empty}\n", ""));
      List<Observation> rows =
          Imported.of(mapping, "Country,Iraq,All\nAustria,1,2\n").observations();
      Map<String, String> flagged = rows.get(1).fields();
      flagged.put("OBS_STATUS", "E");
      Exported exported =
          Exported.of(mapping, List.of(rows.get(0), Observation.of(mapping.theme(), flagged)));
      assertThat(exported.rules()).containsExactly("MDX-I24");
      assertThat(exported.text()).isEqualTo("Country,Iraq\r\nAustria,1\r\n");
    }

    @Test
    void haveNoMoreColumnsThanATableMay() {
      Mapping mapping =
          mapping(
              HEADER
                  + """
                  theme: MISSING
                  table: {format: csv}
                  missing: {"": empty}
                  constants: {REF_AREA: _U, REGION_INCIDENT: _U, INDICATOR: DEAD, TIME_PERIOD: "2024"}
                  columns:
                    Route: {field: ROUTE}
                  matrix: {field: INCIDENT}
                  """);
      Imported one = Imported.of(mapping, "Route,I0\nCMED,1\n");
      assertThat(one.findings()).isEmpty();
      List<Observation> many = new ArrayList<>();
      for (int i = 0; i < Table.MAX_COLUMNS + 2; i++) {
        Map<String, String> fields = one.observations().get(0).fields();
        fields.put("INCIDENT", "I" + i);
        many.add(Observation.of(mapping.theme(), fields));
      }
      Exported exported = Exported.of(mapping, many);
      assertThat(exported.rules()).containsExactly("MDX-I26", "MDX-I26", "MDX-I26");
      assertThat(exported.account()).isEqualTo(new ExportAccount(16_386, 16_383, 3, 1, 0));
    }

    @Test
    void haveTheUnitOfTheTable() {
      same(
          """
          theme: REMITTANCE
          table: {format: csv}
          numbers: {factor: 1000000, round: true}
          missing: {"-": {OBS_STATUS: O}}
          constants: {REPORTER: _Z, REMIT_ITEM: PT, METHOD: SURVEY, CURRENCY: EUR, TIME_PERIOD: "2024"}
          columns:
            From: {field: SENDER_AREA}
          matrix: {field: RECEIVER_AREA}
          """,
          "From,SRB,TUR,BIH\nAUT,1.5,0.12345678,-\n");
    }
  }

  @Nested
  class TitlesAbove {
    private static final String TITLED =
        """
        theme: ASYLUM_APP
        table: {format: csv, heading_row: 3}
        constants: {APPLICATION_TYPE: FRST, PROCEDURE: _T, DEC_LEVEL: _T, MINOR_STATUS: _T,
          UNIT_MEASURE: PS, SEX: _T, AGE: _T, CITIZENSHIP: _T}
        above: {pattern: "Applications in {TIME_PERIOD}{*}(persons)", fields: {TIME_PERIOD: {period: yyyy}}}
        columns:
          Country: {field: REF_AREA}
          Persons: {value: {}}
        """;

    @Test
    void saySomethingOfAllFigures() {
      Exported exported =
          back(
              mapping(HEADER + TITLED),
              "Applications in 2023 by country (persons)\n\nCountry,Persons\nAUT,1\n");
      assertThat(exported.text())
          .isEqualTo("Applications in 2023(persons)\r\n\r\nCountry,Persons\r\nAUT,1\r\n");
    }

    @Test
    void cannotSayTwoThings() {
      Mapping mapping = mapping(HEADER + TITLED);
      List<Observation> years =
          List.of("2022", "2023", "2022-03", "2022").stream()
              .map(year -> observation("AUT", year))
              .toList();
      Exported exported = Exported.of(mapping, years);
      assertThat(exported.rules()).containsExactly("MDX-I22", "MDX-I22");
      assertThat(exported.account()).isEqualTo(new ExportAccount(4, 2, 2, 2, 0));
      assertThat(Exported.of(mapping, years.subList(2, 4)).rules()).containsExactly("MDX-I21");
    }

    private Observation observation(String area, String period) {
      return Observation.of(
          CATALOGUE.theme("ASYLUM_APP"),
          Map.ofEntries(
              Map.entry("REF_AREA", area),
              Map.entry("CITIZENSHIP", "_T"),
              Map.entry("APPLICATION_TYPE", "FRST"),
              Map.entry("PROCEDURE", "_T"),
              Map.entry("DEC_LEVEL", "_T"),
              Map.entry("SEX", "_T"),
              Map.entry("AGE", "_T"),
              Map.entry("MINOR_STATUS", "_T"),
              Map.entry("UNIT_MEASURE", "PS"),
              Map.entry("TIME_PERIOD", period),
              Map.entry("OBS_VALUE", "1")));
    }
  }

  @Nested
  class CellsOfSeveralFields {
    private static final String INCIDENTS =
        """
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
          Cause: {fields: {CAUSE: {labels: iom}, CAUSE_TEXT: {}}, absent: ["", "?"]}
          Status: {only: [final, checked]}
          n: {value: {}}
        constants: {REF_AREA: M49_145}
        marks:
          "*": {OBS_STATUS: E}
          (p): {OBS_STATUS: P}
          +: ignore
        missing: {"-": {OBS_STATUS: O}}
        """;
    private static final String HEADINGS = "Date;Id;Where;Kind;Cause;Status;n\n";

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "5 janv. 2020;7;(35.030000000000, 14.677700000000);dead;Drowning;final;4",
          "31 déc. 2019;7;(1.000000000000, 2.000000000000);missing, perhaps dead;;final;4*",
          "5 mai 2020;7;(1.000000000000, 2.000000000000);dead;Drowning;final;4(p)",
          "5 mai 2020;7;(1.000000000000, -2.500000000000);dead;Drowning;final;-"
        })
    void comeBack(String row) {
      same(INCIDENTS, HEADINGS + row + "\n");
    }

    @ParameterizedTest
    @CsvSource({"INDICATOR=SURVIVORS,MDX-I21", "SOURCE_QUALITY=,MDX-I21", "CAUSE_TEXT=x,MDX-I21"})
    void mustSayItTogether(String change, String rule) {
      Mapping mapping = mapping(HEADER + INCIDENTS);
      Observation observation =
          Imported.of(mapping, HEADINGS + "5 mai 2020;7;(1, 2);dead;Drowning;final;4\n")
              .observations()
              .get(0);
      Map<String, String> fields = observation.fields();
      String[] parts = change.split("=", 2);
      fields.put(parts[0], parts[1]);
      fields.values().removeIf(String::isEmpty);
      Observation changed = Observation.of(observation.type(), fields);
      Exported exported = Exported.of(mapping, List.of(changed));
      assertThat(exported.rules()).containsExactly(rule);
      assertThat(exported.account().notExpressible()).isEqualTo(1);
    }
  }

  @Nested
  class RowsThatAMappingLeavesOut {
    private static final String NOTES =
        """
        theme: ASYLUM_APP
        table: {format: csv}
        constants: {APPLICATION_TYPE: FRST, PROCEDURE: _T, DEC_LEVEL: _T, MINOR_STATUS: _T,
          UNIT_MEASURE: PS, SEX: _T, AGE: _T, TIME_PERIOD: "2024", CITIZENSHIP: _T}
        columns:
          Country: {field: REF_AREA, tokens: {"Notes: none": DEU}, scheme: midex}
          Persons: {value: {}}
        skip: {column: Country, from: "Notes:", why: notes}
        """;

    @Test
    void cannotBeWritten() {
      Mapping mapping = mapping(HEADER + NOTES);
      Observation austria = Imported.of(mapping, "Country,Persons\nAUT,1\n").observations().get(0);
      Map<String, String> fields = austria.fields();
      fields.put("REF_AREA", "DEU");
      Observation germany = Observation.of(austria.type(), fields);
      Exported exported = Exported.of(mapping, List.of(germany, austria));
      assertThat(exported.rules()).containsExactly("MDX-I27");
      assertThat(exported.rows()).containsExactly("AUT,1");
    }
  }

  @Nested
  class SdmxCsvOfOthers {
    private static final String FOREIGN =
        """
        theme: TEMP_PROT
        table: {format: sdmx-csv, structure: "XX:TP(1.*)", separator: ";"}
        constants: {MINOR_STATUS: _T, AGE: _T}
        columns:
          freq: {ignore: the period shows it}
          unit: {field: UNIT_MEASURE, scheme: eurostat}
          citizen: {field: CITIZENSHIP, scheme: iso2}
          sex: {field: SEX, scheme: eurostat}
          geo: {field: REF_AREA, scheme: [eurostat, iso2]}
          TIME_PERIOD: {field: TIME_PERIOD}
          OBS_VALUE: {value: {}}
          obs_flag: {flags: [OBS_STATUS], scheme: eurostat, combined: COMMENT}
        """;
    private final Mapping mapping = mapping(HEADER + FOREIGN);
    private final List<Observation> observations =
        Imported.of(
                mapping,
                """
                STRUCTURE,STRUCTURE_ID,citizen,sex,geo,TIME_PERIOD,OBS_VALUE,obs_flag,unit
                dataflow,XX:TP(1.4),UA,F,EL,2024-03,12,p,PER
                """)
            .observations();

    private Exported export(Action action, List<Observation> rows) {
      return Exported.of(
          new SourceLayout(mapping, List.of()),
          Exported.head(mapping.theme(), action, Map.of("UNIT_MEASURE", "PS")),
          rows);
    }

    @Test
    void namesItsStructureAndTheDataset() {
      Exported exported = export(Action.APPEND, observations);
      assertThat(exported.text().replace("\r\n", "\n"))
          .isEqualTo(
              """
              STRUCTURE;STRUCTURE_ID;freq;unit;citizen;sex;geo;TIME_PERIOD;OBS_VALUE;obs_flag
              dataflow;XX:TP(1.0);;PER;UA;F;EL;2024-03;12;p
              """);
      assertThat(Imported.of(mapping, exported.bytes()).observations()).isEqualTo(observations);
    }

    @Test
    void saysTheActionWhenItIsAnother() {
      assertThat(export(Action.REPLACE, observations).rows())
          .containsExactly("dataflow;XX:TP(1.0);R;;PER;UA;F;EL;2024-03;12;p");
    }

    @Test
    void withdrawsKeysOnly() {
      Map<String, String> key = observations.get(0).fields();
      key.keySet().removeAll(List.of("OBS_VALUE", "OBS_STATUS"));
      Exported exported =
          export(Action.DELETE, List.of(Observation.of(mapping.theme(), key), observations.get(0)));
      assertThat(exported.rows()).containsExactly("dataflow;XX:TP(1.0);D;;PER;UA;F;EL;2024-03;;");
      assertThat(exported.account().notExpressible()).isEqualTo(1);
    }

    @Test
    void hasTheDatasetsAttributeInEveryRow() {
      Exported exported =
          Exported.of(
              new SourceLayout(mapping, List.of()),
              Exported.head(mapping.theme(), Action.APPEND, Map.of("UNIT_MEASURE", "EUR")),
              observations);
      assertThat(exported.rules()).containsExactly("MDX-I21");
      assertThat(exported.account().written()).isZero();
    }
  }
}
