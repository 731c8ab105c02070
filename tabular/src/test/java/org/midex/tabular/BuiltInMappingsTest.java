package org.midex.tabular;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.midex.tabular.Imported.CATALOGUE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.midex.model.Observation;

class BuiltInMappingsTest {
  static List<String> ids() {
    return Mapping.builtInIds();
  }

  private static Imported excerpt(String id) throws IOException {
    try (InputStream in = table(id)) {
      return Imported.of(Mapping.builtIn(CATALOGUE, id), in.readAllBytes());
    }
  }

  static InputStream table(String id) {
    InputStream text = BuiltInMappingsTest.class.getResourceAsStream(id + ".csv");
    return text != null
        ? text
        : Objects.requireNonNull(BuiltInMappingsTest.class.getResourceAsStream(id + ".xlsx"));
  }

  private static Map<String, String> find(Imported imported, Map<String, String> key) {
    List<Observation> found =
        imported.observations().stream()
            .filter(o -> o.fields().entrySet().containsAll(key.entrySet()))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0).fields();
  }

  @Test
  void theIndexNamesEveryFile() throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of("src/main/resources/org/midex/tabular/mappings"))) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".yaml")))
          .containsExactlyInAnyOrderElementsOf(ids().stream().map(id -> id + ".yaml").toList());
    }
  }

  @Test
  void anUnknownIdIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> Mapping.builtIn(CATALOGUE, "unhcr-populations"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("did you mean unhcr-population?");
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyCellOfTheExcerptIsAccountedForWithoutFindings(String id) throws IOException {
    Imported imported = excerpt(id);
    assertThat(imported.findings()).isEmpty();
    assertThat(imported.stopped()).isNull();
    Account account = imported.requireAccount();
    assertThat(account.addsUp()).isTrue();
    assertThat(account.findings()).isZero();
    assertThat(account.rows()).isGreaterThanOrEqualTo(5);
    assertThat(imported.observations()).hasSize((int) account.observations());
  }

  @ParameterizedTest
  @MethodSource("ids")
  void noKeyStandsTwice(String id) throws IOException {
    Imported imported = excerpt(id);
    Set<Map<String, String>> keys = new HashSet<>();
    for (Observation observation : imported.observations()) {
      Map<String, String> key = observation.fields();
      key.keySet().removeIf(f -> !observation.type().field(f).isKey());
      assertThat(keys.add(key)).as(observation.toString()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("ids")
  void theHeaderIsWholeWithoutTheUser(String id) {
    Mapping mapping = Mapping.builtIn(CATALOGUE, id);
    assertThat(mapping.id()).isEqualTo(id);
    assertThat(mapping.header().first("Sender", "Authority")).isPresent();
    assertThat(mapping.header().first("DataSource")).isPresent();
    assertThat(mapping.licence()).isNotEmpty();
  }

  @Test
  void unhcrPopulationTurnsNineColumnsIntoPopulationTypes() throws IOException {
    Imported imported = excerpt("unhcr-population");
    assertThat(find(imported, Map.of("REF_AREA", "AFG", "POP_TYPE", "IDP")))
        .containsEntry("ORIGIN", "AFG")
        .containsEntry("TIME_PERIOD", "2023")
        .containsEntry("OBS_VALUE", "3222397");
    assertThat(imported.column("POP_TYPE"))
        .contains("REF", "ASY", "RET", "IDP", "RDP", "STA", "OOC", "OIP", "HST");
  }

  @Test
  void unhcrCodesAreNotIsoCodes() throws IOException {
    Imported imported = excerpt("unhcr-population");
    assertThat(find(imported, Map.of("ORIGIN", "AFG", "REF_AREA", "AUT", "POP_TYPE", "REF")))
        .containsEntry("OBS_VALUE", "41456");
    assertThat(imported.column("ORIGIN")).contains("XXA", "_U", "XTB", "HKG");
  }

  @Test
  void zerosAreFiguresAndEmptyCellsAreNot() throws IOException {
    Imported imported = excerpt("unhcr-population");
    assertThat(imported.column("OBS_VALUE")).contains("0").doesNotContainNull();
    assertThat(imported.requireAccount().declaredEmpty()).isEqualTo(11);
    assertThat(imported.observations()).hasSize(13 * 9 - 11);
  }

  @Test
  void unhcrApplicationsReadNaAsACode() throws IOException {
    Imported imported = excerpt("unhcr-asylum-applications");
    assertThat(find(imported, Map.of("REF_AREA", "TCD", "CITIZENSHIP", "CAF")))
        .containsEntry("APPLICATION_TYPE", "FRST_APPEAL")
        .containsEntry("UNIT_MEASURE", "CASE");
    assertThat(find(imported, Map.of("REF_AREA", "DEU", "CITIZENSHIP", "AFG")))
        .containsEntry("DEC_LEVEL", "NEW")
        .containsEntry("PROCEDURE", "GOV");
  }

  @Test
  void eurostatLabelsMarksGapsAndFlagsAreUnderstood() throws IOException {
    Imported imported = excerpt("eurostat-asylum-applicants");
    assertThat(find(imported, Map.of("REF_AREA", "DEU", "CITIZENSHIP", "SYR")))
        .containsEntry("OBS_VALUE", "158655")
        .containsEntry("TIME_PERIOD", "2015")
        .containsEntry("APPLICATION_TYPE", "FRST")
        .doesNotContainKey("OBS_STATUS");
    assertThat(find(imported, Map.of("REF_AREA", "EU28", "CITIZENSHIP", "RNC")))
        .containsEntry("OBS_STATUS", "O")
        .doesNotContainKey("OBS_VALUE");
    assertThat(find(imported, Map.of("REF_AREA", "NLD", "CITIZENSHIP", "BEL")))
        .containsEntry("OBS_STATUS", "P");
    assertThat(imported.column("CITIZENSHIP")).contains("STP", "CIV", "XKX", "XXA", "_U");
    assertThat(imported.column("REF_AREA")).contains("_T");
  }

  @Test
  void undesaMarksBecomeBasisAndAttributes() throws IOException {
    Imported imported = excerpt("undesa-migrant-stock");
    assertThat(find(imported, Map.of("REF_AREA", "ABW", "ORIGIN", "_O", "SEX", "F")))
        .containsEntry("ORIGIN_BASIS", "COB")
        .containsEntry("REFUGEES_INCLUDED", "Y")
        .containsEntry("OBS_VALUE", "1693");
    assertThat(find(imported, Map.of("REF_AREA", "BEN", "SEX", "M")))
        .containsEntry("ORIGIN_BASIS", "COB_COC");
    assertThat(find(imported, Map.of("REF_AREA", "AND", "SEX", "M")))
        .containsEntry("ORIGIN_BASIS", "COC")
        .containsEntry("REFUGEES_INCLUDED", "N");
    assertThat(find(imported, Map.of("REF_AREA", "BIH", "SEX", "F")))
        .containsEntry("ORIGIN_BASIS", "_U")
        .containsEntry("OBS_STATUS", "I");
  }

  @Test
  void aMappingOfOnesOwnDoesWhatABuiltInOneDoes() throws IOException {
    Path folder = Path.of("src/test/resources/org/midex/tabular");
    Imported imported =
        Imported.of(
            Mapping.load(CATALOGUE, folder.resolve("asylum-office.yaml")),
            Files.readAllBytes(folder.resolve("asylum-office.csv")));
    assertThat(imported.findings()).isEmpty();
    assertThat(find(imported, Map.of("CITIZENSHIP", "SYR", "SEX", "_T")))
        .containsEntry("OBS_VALUE", "1300");
    assertThat(find(imported, Map.of("CITIZENSHIP", "IRQ", "SEX", "F")))
        .containsEntry("OBS_STATUS", "O")
        .containsEntry("COMMENT", "flags: p");
    assertThat(imported.requireAccount()).isEqualTo(new Account(4, 0, 24, 12, 8, 2, 2, 0, 0));
  }

  @Test
  void unhcrDecisionsTurnFiveColumnsIntoOutcomes() throws IOException {
    Imported imported = excerpt("unhcr-asylum-decisions");
    assertThat(imported.observations()).hasSize(10 * 5);
    assertThat(imported.column("DECISION")).contains("POS_RFG", "POS_OTH", "NEG", "CLOSED", "_T");
    assertThat(imported.column("DEC_LEVEL")).contains("NEW", "US_EOIR", "TEMP_OUTSIDE");
    assertThat(imported.column("UNIT_MEASURE")).contains("PS", "CASE");
    assertThat(imported.column("CITIZENSHIP")).contains("_U", "XXA");
  }

  @Test
  void unhcrSolutionsLeaveEmptyCellsOut() throws IOException {
    Imported imported = excerpt("unhcr-solutions");
    assertThat(find(imported, Map.of("REF_AREA", "USA", "TIME_PERIOD", "1990", "SOLUTION", "NAT")))
        .containsEntry("OBS_VALUE", "3366")
        .containsEntry("ORIGIN", "LAO");
    assertThat(find(imported, Map.of("REF_AREA", "AFG", "TIME_PERIOD", "1997")))
        .containsEntry("SOLUTION", "RDP")
        .containsEntry("OBS_VALUE", "4000");
    assertThat(imported.column("OBS_VALUE")).doesNotContainNull().hasSize(14);
  }

  @Test
  void eurostatDecisionsHaveTheirFormerNames() throws IOException {
    Imported imported = excerpt("eurostat-asylum-decisions");
    assertThat(find(imported, Map.of("REF_AREA", "DEU", "DECISION", "POS")))
        .containsEntry("CITIZENSHIP", "EXT_EU28")
        .containsEntry("DEC_LEVEL", "FIRST");
    assertThat(imported.column("DECISION")).contains("_T", "NEG");
    assertThat(imported.column("OBS_STATUS")).contains("D", "P", "O");
  }

  @Test
  void eurostatRefusalsAndReturnsTellTheirUnitOnce() throws IOException {
    for (String id : List.of("eurostat-refused-entry", "eurostat-returns")) {
      Imported imported = excerpt(id);
      assertThat(imported.dataset()).as(id).isEqualTo(Map.of("UNIT_MEASURE", "PS"));
      assertThat(imported.column("CITIZENSHIP")).as(id).contains("HRV", "XKX", "STP");
    }
    assertThat(excerpt("eurostat-returns").column("DEST_TYPE")).containsOnly("_T");
  }

  @Test
  void anotherIndicatorIsNoRefusal() throws IOException {
    Mapping mapping = Mapping.builtIn(CATALOGUE, "eurostat-refused-entry");
    String table = new String(table("eurostat-refused-entry").readAllBytes(), ISO_8859_1);
    Imported imported =
        Imported.of(
            mapping,
            table.replaceFirst("Persons refused entry", "Persons ordered").getBytes(ISO_8859_1));
    assertThat(imported.rules()).containsExactly("MDX-I09");
    assertThat(imported.findings().get(0).details())
        .containsEntry("expected", "Persons refused entry");
    assertThat(imported.observations()).hasSize(4);
  }

  @Test
  void temporaryProtectionIsReadByCodesAndPassesOverLabels() throws IOException {
    Imported imported = excerpt("eurostat-temporary-protection");
    assertThat(find(imported, Map.of("REF_AREA", "AUT")))
        .containsEntry("CITIZENSHIP", "UKR")
        .containsEntry("TIME_PERIOD", "2022-07")
        .containsEntry("OBS_VALUE", "73785");
    assertThat(find(imported, Map.of("REF_AREA", "DEU")))
        .containsEntry("OBS_STATUS", "O")
        .containsEntry("COMMENT", "flags: d")
        .doesNotContainKey("OBS_VALUE");
    assertThat(imported.column("REF_AREA")).contains("GRC");
    assertThat(imported.column("OBS_STATUS")).contains("B", "E");
  }

  @Test
  void firstPermitsAreReadByLabelsInTheColumnsOfCodes() throws IOException {
    Imported imported = excerpt("eurostat-first-permits");
    assertThat(find(imported, Map.of("REF_AREA", "GRC"))).containsEntry("OBS_VALUE", "16252");
    assertThat(find(imported, Map.of("REF_AREA", "EU27_2020")))
        .containsEntry("REASON", "_T")
        .containsEntry("DURATION", "_T");
    assertThat(imported.column("OBS_STATUS")).contains("U", "B", "D", "P");
  }

  @Test
  void theMatrixOfRemittancesIsInWholeDollars() throws IOException {
    Imported imported = excerpt("worldbank-remittances");
    assertThat(imported.observations()).hasSize(8 * 8);
    assertThat(find(imported, Map.of("SENDER_AREA", "PAK", "RECEIVER_AREA", "AFG")))
        .containsEntry("OBS_VALUE", "124857770.38")
        .containsEntry("TIME_PERIOD", "2017")
        .containsEntry("CURRENCY", "USD");
    assertThat(find(imported, Map.of("SENDER_AREA", "VUT", "RECEIVER_AREA", "AFG")))
        .containsEntry("OBS_VALUE", "47.39");
    assertThat(find(imported, Map.of("SENDER_AREA", "_T", "RECEIVER_AREA", "_T")))
        .containsEntry("OBS_VALUE", "613465842855.17");
    assertThat(find(imported, Map.of("SENDER_AREA", "IND", "RECEIVER_AREA", "PAK")))
        .containsEntry("OBS_STATUS", "O");
    assertThat(imported.places().get(1).source()).isEqualTo("Bilateral_Remittances!C3");
    assertThat(imported.requireAccount().ignored()).isEqualTo(2 * 9);
  }

  @Test
  void incidentsHaveDaysCoordinatesAndCauses() throws IOException {
    Imported imported = excerpt("iom-missing-migrants");
    assertThat(find(imported, Map.of("INCIDENT", "40345", "INDICATOR", "DEAD_MISSING")))
        .containsEntry("TIME_PERIOD", "2015-04-18")
        .containsEntry("OBS_VALUE", "1022")
        .containsEntry("REF_AREA", "_U")
        .containsEntry("ROUTE", "CMED")
        .containsEntry("CAUSE", "DROWNING")
        .containsEntry("LATITUDE", "35.030000000000")
        .containsEntry("LONGITUDE", "14.677700000000");
    assertThat(find(imported, Map.of("INCIDENT", "52593", "INDICATOR", "DEAD")))
        .containsEntry("CAUSE", "MIXED")
        .containsEntry(
            "CAUSE_TEXT",
            "Sickness and lack of access to medicines, Starvation, Dehydration, Excessive Physical Abuse, Sexual abuse");
    assertThat(find(imported, Map.of("INCIDENT", "52580", "INDICATOR", "DEAD")))
        .doesNotContainKeys("CAUSE", "CAUSE_TEXT", "ROUTE")
        .containsEntry("REF_AREA", "M49_154");
  }
}
