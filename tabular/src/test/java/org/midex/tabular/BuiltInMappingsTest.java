package org.midex.tabular;

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
    try (InputStream in =
        Objects.requireNonNull(BuiltInMappingsTest.class.getResourceAsStream(id + ".csv"))) {
      return Imported.of(Mapping.builtIn(CATALOGUE, id), in.readAllBytes());
    }
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
}
