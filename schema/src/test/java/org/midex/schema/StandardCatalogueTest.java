package org.midex.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.midex.schema.internal.CsvTable;

class StandardCatalogueTest {
  private static final CatalogueSource SOURCE = CatalogueSource.ofClasspath();
  private static final Catalogue CATALOGUE = Catalogue.standard().loadAll();

  @Test
  void everyFieldOfAThemeIsAConcept() {
    assertThat(
            CATALOGUE.themes().stream()
                .flatMap(t -> Stream.concat(t.fields().stream(), t.datasetFields().stream()))
                .map(Field::name))
        .isNotEmpty()
        .allMatch(name -> CATALOGUE.concept(name).isPresent());
  }

  @Test
  void everyCheckBreaksARule() {
    assertThat(
            CATALOGUE.themes().stream().flatMap(t -> t.theme().checks().stream()).map(Check::rule))
        .isNotEmpty()
        .allMatch(rule -> CATALOGUE.findRule(rule).isPresent());
  }

  @Test
  void idsAreGivenOnce() {
    List<String> ids = new ArrayList<>(CATALOGUE.themeIds());
    ids.addAll(CATALOGUE.codeListIds());
    ids.addAll(CATALOGUE.concepts().stream().map(Concept::id).toList());
    ids.addAll(CATALOGUE.rules().stream().map(Rule::id).toList());
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void textsAreGivenOnceInEachLanguage() {
    assertThat(keys("texts.csv")).doesNotHaveDuplicates();
    assertThat(CATALOGUE.languages()).contains("en", "fr", "es");
    for (String language : CATALOGUE.languages()) {
      assertThat(keys("names_" + language + ".csv")).as(language).doesNotHaveDuplicates();
    }
  }

  @Test
  void namesOfCodesAreNamesOfCodesThatExist() {
    for (String language : CATALOGUE.languages()) {
      for (String key : keys("names_" + language + ".csv")) {
        if (key.startsWith("CL_") && key.contains(".")) {
          int dot = key.indexOf('.');
          assertThat(CATALOGUE.codeList(key.substring(0, dot)).find(key.substring(dot + 1)))
              .as(key)
              .isPresent();
        }
      }
    }
  }

  @Test
  void everyListButAttributesAndHeaderListsHasTotalUnknownAndNotApplicable() {
    assertThat(
            CATALOGUE.themes().stream()
                .flatMap(t -> t.fields().stream())
                .filter(f -> f.role() == Field.Role.DIMENSION)
                .map(Field::type)
                .map(ValueType::list)
                .filter(Objects::nonNull)
                .distinct())
        .allSatisfy(
            list -> assertThat(list.codes()).extracting(Code::id).contains("_T", "_U", "_Z"));
  }

  private static List<String> keys(String file) {
    return CsvTable.optional(SOURCE, file).rows().stream().map(r -> r.require("key")).toList();
  }
}
