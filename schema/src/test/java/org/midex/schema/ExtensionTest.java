package org.midex.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An extension adds to the standard and cannot change it. */
class ExtensionTest {
  private static final String CODE_COLUMNS =
      "code,name,parent,valid_from,valid_to,aggregate,successor,flags,source,status\n";

  @TempDir private Path folder;

  @BeforeEach
  void anEmptyExtension() throws IOException {
    write("extension.yaml", "id: RVR\nname: River\nversion: 1.0\nsource: test\n");
  }

  @Nested
  class Adds {
    @Test
    void codesToOpenLists() throws IOException {
      write("codelists/CL_AREA.csv", CODE_COLUMNS + "RVR_BASIN,Basin,,,,true,,,test,\n");
      CodeList areas = load().codeList("CL_AREA");
      assertThat(areas.get("RVR_BASIN").aggregate()).isTrue();
      assertThat(areas.codes())
          .hasSize(Catalogue.standard().codeList("CL_AREA").codes().size() + 1);
    }

    @Test
    void themesWithListsConceptsAndChecksOfItsOwn() {
      Catalogue catalogue =
          Catalogue.standard().extended(Path.of("../examples/extension")).loadAll();
      RowType theme = catalogue.theme("RVR_TRANSHUMANCE");
      assertThat(theme.field("RVR_HERD").type().list()).isNotNull();
      assertThat(theme.theme().checks()).extracting(Check::rule).contains("MDX-V12", "RVR-V01");
      assertThat(catalogue.theme("MIG_STOCK").theme().checks())
          .extracting(Check::rule)
          .contains("RVR-V02");
      assertThat(catalogue.extension().orElseThrow().label()).isEqualTo("RVR:2026-11-01");
    }

    @Test
    void withoutChangingWhatTheStandardIsAlone() {
      Catalogue standard = Catalogue.standard();
      assertThat(standard.core()).isSameAs(standard);
      assertThat(standard.extended(Path.of("../examples/extension")).core()).isSameAs(standard);
    }

    @Test
    void aLanguage() {
      Catalogue catalogue = Catalogue.standard().extended(Path.of("../examples/extension"));
      assertThat(catalogue.languages()).contains("ar");
      assertThat(catalogue.texts("ar").ui("report.conformant")).isEqualTo("مطابق");
      assertThat(catalogue.texts("ar").ui("explain.why")).isEqualTo("Why");
    }
  }

  @Nested
  class CannotChangeTheStandard {
    @Test
    void byAnotherThemeOfTheSameName() throws IOException {
      write("themes/MIG_STOCK.yaml", "id: MIG_STOCK\n");
      faulty("themes/MIG_STOCK.yaml:1: the standard has this already");
    }

    @Test
    void byAThemeThatDoesNotCarryItsId() throws IOException {
      write("themes/HERDS.yaml", "# a theme\nid: HERDS\nname: x\n");
      faulty(
          "themes/HERDS.yaml:2: an extension adds only what carries its id RVR; 'HERDS' does not");
    }

    @Test
    void byAThemeWithMoreFieldsThanARowCanHave() throws IOException {
      String key =
          Catalogue.standard().concepts().stream()
              .limit(RowType.MOST_FIELDS)
              .map(concept -> "  " + concept.id() + ": {type: identifier}\n")
              .collect(Collectors.joining());
      write(
          "themes/RVR_WIDE.yaml",
          "id: RVR_WIDE\nfrequencies: [A]\nkey:\n" + key + "measure:\n  type: count\n");
      faulty("themes/RVR_WIDE.yaml:4: a theme has at most 64 fields, not 66");
    }

    @Test
    void byACodeInAClosedList() throws IOException {
      write("codelists/CL_SEX.csv", CODE_COLUMNS + "RVR_X,X,,,,,,,test,\n");
      faulty("codelists/CL_SEX.csv:2: CL_SEX is a closed list; an extension cannot add to it");
    }

    @Test
    void byACodeThatExists() throws IOException {
      write("codelists/CL_AREA.csv", CODE_COLUMNS + "AUT,Austria,,,,,,,test,\n");
      faulty("codelists/CL_AREA.csv:2: an extension adds only what carries its id RVR; 'AUT'");
    }

    @Test
    void byARuleOfTheStandard() throws IOException {
      write("rules.yaml", "- id: MDX-V01\n  severity: info\n");
      faulty("rules.yaml:1: rule MDX-V01 is given twice");
    }

    @Test
    void byARuleIdOfTheStandard() throws IOException {
      write("rules.yaml", "\n- id: MDX-V98\n  severity: info\n");
      faulty("rules.yaml:2: expected an id such as RVR-V01, found 'MDX-V98'");
    }

    @Test
    void byACheckThatBreaksARuleOfTheStandard() throws IOException {
      write(
          "checks/MIG_STOCK.yaml",
          "checks:\n  - rule: MDX-V12\n    sum: {dimension: SEX, total: _T, parts: [F]}\n");
      faulty("checks/MIG_STOCK.yaml:2: a check that an extension adds");
    }

    @Test
    void byOtherNamesInALanguageThatTheStandardHas() throws IOException {
      write("names_fr.csv", "key,text,source\nCL_SEX.F,Dames,test\n");
      faulty("names_fr.csv:2: an extension adds only what carries its id RVR; 'CL_SEX.F' does not");
    }

    @Test
    void byALabelThatMeansAnotherCode() throws IOException {
      write("labels.csv", "list,scheme,label,code,source\nCL_AREA,eurostat,Bolivia,AUT,test\n");
      faulty("labels.csv:2: the label 'Bolivia' of eurostat in CL_AREA is given twice");
    }

    @Test
    void byMembersOfAGroupOfTheStandard() throws IOException {
      write("groups.csv", "list,group,member,valid_from,valid_to,source\nCL_AREA,EU,CHE,,,test\n");
      faulty("groups.csv:2: an extension adds only what carries its id RVR; 'EU' does not");
    }

    @Test
    void byAConceptOfAnotherId() throws IOException {
      write("concepts.csv", "id,name,definition,source,since\nHERD,Herd,x,test,1.0\n");
      faulty("concepts.csv:2: an extension adds only what carries its id RVR; 'HERD' does not");
    }
  }

  @Nested
  class Itself {
    @Test
    void saysWhatItIs() throws IOException {
      Files.delete(folder.resolve("extension.yaml"));
      faulty("extension.yaml: file is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MDX", "CL", "MIDEX", "SDMX"})
    void cannotCallItselfTheStandard(String id) throws IOException {
      write("extension.yaml", "id: " + id + "\nname: x\nversion: 1\nsource: x\n");
      faulty("extension.yaml:1: expected 2 to 8 capital letters");
    }

    @Test
    void hasNoFileThatMeansNothing() throws IOException {
      write("rule.yaml", "x");
      faulty("rule.yaml: means nothing in an extension; did you mean rules.yaml?");
    }
  }

  private Catalogue load() {
    return Catalogue.standard().extended(folder).loadAll();
  }

  private void faulty(String message) {
    assertThatThrownBy(this::load)
        .isInstanceOf(CatalogueException.class)
        .hasMessageStartingWith(folder + "/" + message);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
