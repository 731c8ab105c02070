package org.midex.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.midex.tabular.Imported.CATALOGUE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midex.model.Action;
import org.midex.model.MessageHead;
import org.midex.model.Node;
import org.midex.model.Observation;
import org.midex.schema.Catalogue;
import org.midex.schema.RowType;
import org.midex.tabular.SdmxCsv.Labels;

class SdmxCsvWritingTest {
  private static final RowType THEME = CATALOGUE.theme("REFUGEE_POP");
  private static final Observation ROW =
      Observation.of(
          THEME,
          Map.of(
              "REF_AREA", "AUT",
              "ORIGIN", "SYR",
              "POP_TYPE", "REF",
              "SEX", "F",
              "AGE", "_T",
              "LOCATION_TYPE", "_T",
              "ACCOMMODATION", "_T",
              "TIME_PERIOD", "2023",
              "OBS_VALUE", "12",
              "COMMENT", "said \"no\", twice"));

  private static Exported export(SdmxCsv format, Action action, Observation... rows) {
    return Exported.of(
        format, Exported.head(THEME, action, Map.of("UNIT_MEASURE", "PS")), List.of(rows));
  }

  private static SdmxCsv labelled(Labels labels, String language) {
    return new SdmxCsv(labels, CATALOGUE.texts(language), ',');
  }

  @Test
  void hasTheColumnsOfTheThemeInItsOrder() {
    Exported exported = export(labelled(Labels.ID, "en"), Action.REPLACE, ROW);
    assertThat(exported.text())
        .isEqualTo(
            "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,ORIGIN,POP_TYPE,SEX,AGE,LOCATION_TYPE,ACCOMMODATION,"
                + "TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,COMMENT,UNIT_MEASURE\r\n"
                + "datastructure,MIDEX:REFUGEE_POP(1.0),R,AUT,SYR,REF,F,_T,_T,_T,2023,12,,,"
                + "\"said \"\"no\"\", twice\",PS\r\n");
    assertThat(exported.account()).isEqualTo(new ExportAccount(1, 1, 0, 1, 0));
  }

  @Test
  void namesInColumnsOfTheirOwn() {
    Exported exported = export(labelled(Labels.NAME, "fr"), Action.APPEND, ROW);
    assertThat(exported.text().lines().findFirst().orElseThrow())
        .startsWith(
            "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Zone déclarante,ORIGIN,");
    assertThat(exported.rows().get(0))
        .startsWith(
            "datastructure,MIDEX:REFUGEE_POP(1.0),Réfugiés et autres populations déplacées,A,AUT,Autriche,")
        .contains(",F,Femmes,")
        .contains(",2023,,12,,,,,,");
  }

  @Test
  void namesBesideIds() {
    Exported exported = export(labelled(Labels.BOTH, "es"), Action.APPEND, ROW);
    assertThat(exported.text().lines().findFirst().orElseThrow())
        .startsWith("STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA: Área declarante,");
    assertThat(exported.rows().get(0))
        .startsWith("datastructure,MIDEX:REFUGEE_POP(1.0): ")
        .contains(",AUT: Austria,")
        .contains(",2023,12,,,");
  }

  @Test
  void aCodeThatNobodyKnowsHasNoName() {
    Observation unknown =
        Observation.of(THEME, Map.of("REF_AREA", "QQQ", "TIME_PERIOD", "2023", "OBS_VALUE", "1"));
    assertThat(export(labelled(Labels.BOTH, "en"), Action.APPEND, unknown).rows().get(0))
        .contains(",A,QQQ,");
    assertThat(export(labelled(Labels.NAME, "en"), Action.APPEND, unknown).rows().get(0))
        .contains(",A,QQQ,,");
  }

  @ParameterizedTest
  @CsvSource({"REPLACE,R", "APPEND,A", "DELETE,D", "INFORMATION,I"})
  void eachActionHasItsLetter(Action action, String letter) {
    assertThat(export(labelled(Labels.ID, "en"), action, ROW).rows().get(0))
        .startsWith("datastructure,MIDEX:REFUGEE_POP(1.0)," + letter + ",AUT");
  }

  @Test
  void withdrawalsNameNoAttributeOfTheDataset() {
    assertThat(export(labelled(Labels.ID, "en"), Action.DELETE, ROW).rows().get(0)).endsWith(",");
  }

  @ParameterizedTest
  @CsvSource({"APPEND,NaN", "REPLACE,''"})
  void aMissingFigureIsSaidWhereAnEmptyCellWouldChangeNothing(Action action, String cell) {
    Map<String, String> fields = ROW.fields();
    fields.remove("OBS_VALUE");
    fields.put("OBS_STATUS", "L");
    assertThat(export(labelled(Labels.ID, "en"), action, Observation.of(THEME, fields)).rows())
        .first()
        .asString()
        .contains(",2023," + cell + ",L,");
  }

  @ParameterizedTest
  @CsvSource({"-", "NaN", "#N/A"})
  void aTextThatMeansNothingCannotBeSaid(String text) {
    Map<String, String> fields = ROW.fields();
    fields.put("COMMENT", text);
    Exported exported =
        export(labelled(Labels.ID, "en"), Action.REPLACE, Observation.of(THEME, fields), ROW);
    assertThat(exported.rules()).containsExactly("MDX-I21");
    assertThat(exported.account()).isEqualTo(new ExportAccount(2, 1, 1, 1, 0));
  }

  @Test
  void themesOfAnExtensionHaveItsAgency() {
    Catalogue extended =
        Catalogue.standard().extended(java.nio.file.Path.of("../examples/extension"));
    RowType theme =
        extended.themes().stream()
            .filter(t -> extended.extension().orElseThrow().owns(t.id()))
            .findFirst()
            .orElseThrow();
    String id = extended.extension().orElseThrow().id();
    MessageHead head =
        new MessageHead(
            "urn:example:1",
            "1.0",
            Node.group("Header", List.of(Node.leaf("Extension", id + ":1"))),
            theme,
            Action.APPEND,
            Map.of());
    Exported exported =
        Exported.of(
            labelled(Labels.ID, "en"),
            head,
            List.of(Observation.of(theme, Map.of("TIME_PERIOD", "2024"))));
    assertThat(exported.rows().get(0))
        .startsWith("datastructure," + id + ":" + theme.id() + "(1.0),");
  }

  @ParameterizedTest
  @CsvSource({";", "|", "'\t'"})
  void separatorsMayBeOthers(char separator) {
    SdmxCsv format = new SdmxCsv(Labels.ID, CATALOGUE.texts("en"), separator);
    Exported exported = export(format, Action.APPEND, ROW);
    assertThat(exported.text()).startsWith("STRUCTURE" + separator + "STRUCTURE_ID" + separator);
    assertThat(exported.rows().get(0)).contains("\"said \"\"no\"\", twice\"");
  }

  @Test
  void notEveryCharacterSeparates() {
    assertThatThrownBy(() -> new SdmxCsv(Labels.ID, CATALOGUE.texts("en"), 'x'))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
