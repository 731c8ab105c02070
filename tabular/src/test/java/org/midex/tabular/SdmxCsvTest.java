package org.midex.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.midex.tabular.Imported.CATALOGUE;
import static org.midex.tabular.Imported.mapping;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.model.Action;

class SdmxCsvTest {
  private static final String HEADINGS =
      "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,CITIZENSHIP,SEX,AGE,MINOR_STATUS,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,COMMENT,UNIT_MEASURE\n";
  private static final String START = "dataflow,MIDEX:TEMP_PROT(1.0),";
  private static final String MAPPING =
      """
      id: foreign
      title: Somebody's SDMX-CSV
      source: made up
      licence: none
      theme: TEMP_PROT
      table: {format: sdmx-csv, structure: "XX:TP(*)"}
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
      header:
        Sender: {Area: AUT, Authority: XX}
      """;

  private static Mapping ofTheme(String table) {
    try {
      return Mapping.ofTable(CATALOGUE, new ByteArrayInputStream(table.getBytes(UTF_8)))
          .orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Imports without a mapping. */
  private static Imported read(String... rows) {
    String table = HEADINGS + String.join("\n", rows) + "\n";
    Imported imported = Imported.of(ofTheme(table), table);
    if (imported.account() != null) {
      assertThat(imported.requireAccount().addsUp()).isTrue();
    }
    return imported;
  }

  private static Imported mapped(String table) {
    Imported imported = Imported.of(mapping(MAPPING), table);
    if (imported.account() != null) {
      assertThat(imported.requireAccount().addsUp()).isTrue();
    }
    return imported;
  }

  @Test
  void aThemeOfTheStandardNeedsNoMapping() {
    Imported imported = read(START + "R,AUT,UKR,F,_T,_T,2024-M03,12,P,F,see note,PS");
    assertThat(imported.findings()).isEmpty();
    assertThat(imported.observations().get(0).fields())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("REF_AREA", "AUT"),
                Map.entry("CITIZENSHIP", "UKR"),
                Map.entry("SEX", "F"),
                Map.entry("AGE", "_T"),
                Map.entry("MINOR_STATUS", "_T"),
                Map.entry("TIME_PERIOD", "2024-03"),
                Map.entry("OBS_VALUE", "12"),
                Map.entry("OBS_STATUS", "P"),
                Map.entry("CONF_STATUS", "F"),
                Map.entry("COMMENT", "see note")));
    assertThat(imported.dataset()).isEqualTo(Map.of("UNIT_MEASURE", "PS"));
    assertThat(Objects.requireNonNull(imported.head()).action()).isEqualTo(Action.REPLACE);
    assertThat(imported.requireAccount()).isEqualTo(new Account(1, 0, 14, 1, 6, 4, 0, 3, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "2024,2024",
    "2024-A1,2024",
    "2024-Q2,2024-Q2",
    "2024-04,2024-04",
    "2024-M04,2024-04"
  })
  void periodsAreThoseOfSdmx(String text, String period) {
    assertThat(read(START + "I,AUT,UKR,F,_T,_T," + text + ",1,,,,PS").column("TIME_PERIOD"))
        .containsExactly(period);
  }

  @ParameterizedTest
  @CsvSource({"12,12", "12.0,12", "1.2E1,12", "1.2E+01,12", "NaN,", "#N/A,", "'',"})
  void figuresAreWrittenAsProgramsWriteThem(String cell, String figure) {
    Imported imported = read(START + "I,AUT,UKR,F,_T,_T,2024," + cell + ",L,,,PS");
    assertThat(imported.findings()).isEmpty();
    assertThat(imported.column("OBS_VALUE")).containsExactly(figure);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1 000", "x", "-", ":", "1E999999999"})
  void otherTextsAreNoFigures(String cell) {
    assertThat(read(START + "I,AUT,UKR,F,_T,_T,2024," + cell + ",,,,PS").rules())
        .containsExactly("MDX-I02");
  }

  @Nested
  class Headings {
    @Test
    void mayStandInAnyOrderAndCase() {
      Imported imported =
          mapped(
              """
              DATAFLOW,LAST UPDATE,OBS_VALUE,Geo,TIME_PERIOD,FREQ,SEX,unit,OBS_FLAG,CITIZEN
              XX:TP(1.0),03/03/25 11:00:00,5,EL,2024-03,M,F,PER,p,UA
              """);
      assertThat(imported.findings()).isEmpty();
      assertThat(imported.observations().get(0).fields())
          .containsEntry("REF_AREA", "GRC")
          .containsEntry("CITIZENSHIP", "UKR")
          .containsEntry("OBS_STATUS", "P")
          .containsEntry("OBS_VALUE", "5");
      assertThat(imported.dataset()).isEqualTo(Map.of("UNIT_MEASURE", "PS"));
    }

    @Test
    void mayHaveNamesInColumnsOfTheirOwn() {
      Imported imported =
          mapped(
              """
              STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,freq,Frequency,geo,Geo,sex,Sex,citizen,Country,extra,Extra,unit,Unit,TIME_PERIOD,Time,OBS_VALUE,Value,OBS_FLAG,Flag
              dataflow,XX:TP(2.1),Name,M,Monthly,AT,Austria,F,Females,UA,Ukraine,1,One,PER,Person,2024-03,,7,,,
              """);
      assertThat(imported.rules()).containsExactly("MDX-I08");
      assertThat(imported.findings().get(0).value()).isEqualTo("extra");
      assertThat(imported.column("OBS_VALUE")).containsExactly("7");
      assertThat(imported.requireAccount().ignored()).isEqualTo(3 + 1 + 9);
    }

    @Test
    void mayLackTheNameOfOneColumn() {
      Imported imported =
          mapped(
              """
              STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,geo,sex,Sex,citizen,Country,unit,Unit,TIME_PERIOD,OBS_VALUE,Value,OBS_FLAG
              dataflow,XX:TP(2.1),Name,AT,F,Females,UA,Ukraine,PER,Person,2024-03,7,,
              """);
      assertThat(imported.findings()).isEmpty();
      assertThat(imported.column("OBS_VALUE")).containsExactly("7");
    }

    @Test
    void mayStandWithTheirNamesInOneCell() {
      Imported imported =
          mapped(
              """
              STRUCTURE,STRUCTURE_ID,freq: Frequency,geo: Geo,sex: Sex,citizen: Country: of citizenship,unit: Unit,TIME_PERIOD: Time,OBS_VALUE: Value,OBS_FLAG: Flag
              dataflow,XX:TP(2.1): A: name,M: Monthly,AT: Austria,F: Females,UA: Ukraine,PER: Person,2024-03: March,7,p: provisional
              """);
      assertThat(imported.findings()).isEmpty();
      assertThat(imported.observations().get(0).fields())
          .containsEntry("REF_AREA", "AUT")
          .containsEntry("TIME_PERIOD", "2024-03")
          .containsEntry("OBS_STATUS", "P");
    }

    @Test
    void mayBeSeparatedAsALocaleHasIt() {
      String table =
          """
          STRUCTURE[|];STRUCTURE_ID;REPORTER;SENDER_AREA;RECEIVER_AREA;REMIT_ITEM;METHOD;CURRENCY;TIME_PERIOD;OBS_VALUE;COMMENT[en|fr];UNIT_MEASURE
          dataflow;MIDEX:REMITTANCE(1.0);AUT;AUT;SRB;PT;SURVEY;EUR;2024;1,5;en:Revised;CUR
          dataflow;MIDEX:REMITTANCE(1.0);AUT;AUT;TUR;PT;SURVEY;EUR;2024;2.25;en:Revised|fr:Révisé;CUR
          """;
      Imported imported = Imported.of(ofTheme(table), table);
      assertThat(imported.findings()).isEmpty();
      assertThat(imported.column("OBS_VALUE")).containsExactly("1.50", "2.25");
      assertThat(imported.column("COMMENT")).containsExactly("Revised", "en:Revised|fr:Révisé");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STRUCTURE\t", "\"STRUCTURE\",", "\uFEFFSTRUCTURE|", "dataflow;"})
    void showTheSeparator(String start) {
      char separator = start.charAt(start.length() - 1);
      String table =
          (start
                  + "STRUCTURE_ID,geo,sex,citizen,unit,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
                      .replace(',', separator))
              + "dataflow,XX:TP,AT,F,UA,PER,2024-03,7,\n".replace(',', separator);
      Imported imported = mapped(table.replace("dataflow;STRUCTURE_ID", "STRUCTURE;STRUCTURE_ID"));
      assertThat(imported.findings()).isEmpty();
      assertThat(imported.column("OBS_VALUE")).containsExactly("7");
    }

    @Test
    void ofOtherTablesAreRefused() {
      Imported imported = mapped("geo,sex,citizen,unit,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n");
      assertThat(imported.rules()).containsExactly("MDX-I06");
      assertThat(imported.findings().get(0).details().get("reason")).contains("SDMX-CSV");
    }

    @Test
    void ofOneIdTwiceAreRefused() {
      Imported imported =
          mapped("STRUCTURE,geo,GEO,sex,citizen,unit,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nx\n");
      assertThat(imported.rules()).containsExactly("MDX-I06");
    }
  }

  @Nested
  class Throughout {
    @Test
    void theActionMustBeOne() {
      Imported imported =
          read(
              START + "M,AUT,UKR,F,_T,_T,2024,1,,,,PS",
              START + "A,AUT,UKR,M,_T,_T,2024,2,,,,PS",
              START + "R,AUT,UKR,_T,_T,_T,2024,3,,,,PS",
              START + "?,AUT,UKR,_U,_T,_T,2024,4,,,,PS");
      assertThat(imported.rules()).containsExactly("MDX-I09", "MDX-I09");
      assertThat(imported.findings().get(0).field()).isEqualTo("ACTION");
      assertThat(imported.findings().get(0).details()).containsEntry("expected", "Append");
      assertThat(imported.column("OBS_VALUE")).containsExactly("1", "2");
      assertThat(Objects.requireNonNull(imported.head()).action()).isEqualTo(Action.APPEND);
    }

    @Test
    void theStructureMustBeTheMappings() {
      Imported imported =
          read(
              START + "I,AUT,UKR,F,_T,_T,2024,1,,,,PS",
              "dataflow,MIDEX:TEMP_PROT(2.0),I,AUT,UKR,M,_T,_T,2024,2,,,,PS",
              "dataflow,MIDEX:TEMP_PROT,I,AUT,UKR,_T,_T,_T,2024,3,,,,PS");
      assertThat(imported.rules()).containsExactly("MDX-I09");
      assertThat(imported.findings().get(0).field()).isEqualTo("STRUCTURE_ID");
      assertThat(imported.column("OBS_VALUE")).containsExactly("1", "3");
    }

    @Test
    void anAttributeOfTheDatasetMustBeOne() {
      Imported imported =
          read(
              START + "I,AUT,UKR,F,_T,_T,2024,1,,,,PS",
              START + "I,AUT,UKR,M,_T,_T,2024,2,,,,CASE",
              START + "I,AUT,UKR,M,_T,_T,2024,2,,,,XX",
              START + "I,AUT,UKR,_T,_T,_T,2024,3,,,,");
      assertThat(imported.rules()).containsExactly("MDX-I09", "MDX-I01");
      assertThat(imported.column("OBS_VALUE")).containsExactly("1", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q", "Append to"})
    void anActionThatDoesNotExistStopsTheImport(String action) {
      Imported imported = read(START + action + ",AUT,UKR,F,_T,_T,2024,1,,,,PS");
      assertThat(imported.rules()).containsExactly("MDX-I06");
      assertThat(imported.observations()).isEmpty();
    }
  }

  @Nested
  class Withdrawals {
    @Test
    void giveKeysOnly() {
      Imported imported =
          read(
              START + "D,AUT,UKR,F,_T,_T,2024,,,,,",
              START + "D,AUT,UKR,M,_T,_T,2024,-,P,,note,",
              START + "D,AUT,UKR,_T,_T,_T,2024,,P,,,");
      assertThat(imported.rules()).containsExactly("MDX-I09");
      assertThat(imported.findings().get(0).location().line()).isEqualTo(4);
      assertThat(imported.column("SEX")).containsExactly("F", "M");
      assertThat(imported.column("OBS_VALUE")).containsOnlyNulls();
      assertThat(imported.column("OBS_STATUS")).containsOnlyNulls();
      assertThat(Objects.requireNonNull(imported.head()).action()).isEqualTo(Action.DELETE);
    }

    @Test
    void ofManyKeysAtOnceAreFindings() {
      Imported imported =
          read(START + "D,AUT,,F,_T,_T,2024,,,,,", START + "D,AUT,~,F,_T,_T,2024,,,,,");
      assertThat(imported.rules()).containsExactly("MDX-I01", "MDX-I01");
      assertThat(imported.observations()).isEmpty();
    }
  }

  @Test
  void anEmptyFigureLeavesThingsUnchangedWhichNoMessageCanSay() {
    Imported imported =
        read(
            START + "M,AUT,UKR,F,_T,_T,2024,,P,,,PS",
            START + "M,AUT,UKR,M,_T,_T,2024,,O,,,PS",
            START + "M,AUT,UKR,_T,_T,_T,2024,NaN,P,,,PS");
    assertThat(imported.rules()).containsExactly("MDX-I09");
    assertThat(imported.column("SEX")).containsExactly("M", "_T");
  }

  @Test
  void attributesThatSayNothingAreAbsent() {
    Imported imported =
        read(
            START + "I,AUT,UKR,F,_T,_T,2024,1,#N/A,,-,PS",
            START + "I,AUT,UKR,M,_T,_T,2024,1,NaN,,,PS");
    assertThat(imported.findings()).isEmpty();
    assertThat(imported.column("OBS_STATUS")).containsOnlyNulls();
    assertThat(imported.column("COMMENT")).containsOnlyNulls();
  }

  @Test
  void aTableWithoutRowsIsAFinding() {
    Imported imported = Imported.of(ofTheme(HEADINGS + START + "\n"), HEADINGS);
    assertThat(imported.rules()).containsExactly("MDX-I06");
  }

  @Nested
  class Recognition {
    private Optional<Mapping> of(String table) throws IOException {
      return Mapping.ofTable(CATALOGUE, new ByteArrayInputStream(table.getBytes(UTF_8)));
    }

    @Test
    void findsTheBuiltInMappingForAStructure() throws IOException {
      assertThat(of("DATAFLOW,a\nESTAT:TPS00170(1.0),1\n").map(Mapping::id))
          .contains("eurostat-first-permits");
      assertThat(of("STRUCTURE;STRUCTURE_ID\ndataflow;ESTAT:MIGR_ASYTPSM(9.9): Name\n"))
          .map(Mapping::id)
          .contains("eurostat-temporary-protection");
    }

    @Test
    void looksThroughGzip() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write((HEADINGS + START + "\n").getBytes(UTF_8));
      }
      assertThat(
              Mapping.ofTable(CATALOGUE, new ByteArrayInputStream(bytes.toByteArray()))
                  .map(m -> m.theme().id()))
          .contains("TEMP_PROT");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "a,b\n1,2\n",
          "STRUCTURE,STRUCTURE_ID\n",
          "STRUCTURE,x\n1,2\n",
          "PK\u0003\u0004"
        })
    void doesNotGuess(String table) throws IOException {
      assertThat(of(table)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ESTAT:FOO(1.0)", "MIDEX:TEMP(1.0)", "MIDEX:../x", ""})
    void saysWhichStructureNobodyKnows(String structure) {
      assertThatThrownBy(() -> of("STRUCTURE,STRUCTURE_ID\nx," + structure + "\n"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("structure " + structure);
    }
  }

  @Test
  void aHostileHeadingCostsLittle() {
    String heading = "x" + " ".repeat(500_000) + ":y[" + "[".repeat(400_000);
    Imported imported =
        mapped(
            "STRUCTURE,\"" + heading + "\",geo,sex,citizen,unit,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n");
    assertThat(imported.rules()).contains("MDX-I06");
  }
}
