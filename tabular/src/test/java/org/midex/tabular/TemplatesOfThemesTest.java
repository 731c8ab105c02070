package org.midex.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.midex.model.Observation;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** The template of every theme comes back as it was filled. */
@Tag("once")
class TemplatesOfThemesTest {
  private static final int ROWS = 40;

  /** All languages in turn; the library's tests have each theme in each language. */
  static Stream<Arguments> themesAndLanguages() {
    List<String> languages = Imported.CATALOGUE.languages();
    List<String> themes = themes();
    return IntStream.range(0, themes.size())
        .mapToObj(i -> Arguments.of(themes.get(i), languages.get(i % languages.size())));
  }

  static List<String> themes() {
    return Imported.CATALOGUE.themeIds();
  }

  @ParameterizedTest
  @MethodSource("themesAndLanguages")
  void aWorkbookComesBack(String id, String language) {
    RowType theme = Imported.CATALOGUE.theme(id);
    ObservationMaker maker = new ObservationMaker(Imported.CATALOGUE, theme, language, 1);
    List<Observation> made = maker.observations(ROWS, Map.of());
    FilledBook book = sound(theme, ReadTemplate.workbook(id, language, Map.of()));
    made.forEach(o -> book.row(maker.cells(o)));
    ReadTemplate read = ReadTemplate.of(book.bytes());
    assertThat(read.imported().findings()).isEmpty();
    assertThat(read.observations()).isEqualTo(made);
    assertThat(read.whole()).isTrue();
    assertThat(read.imported().requireAccount().addsUp()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("themes")
  void constantDimensionsAreNoColumns(String id) {
    RowType theme = Imported.CATALOGUE.theme(id);
    Map<String, String> constants = constants(theme);
    ObservationMaker maker = new ObservationMaker(Imported.CATALOGUE, theme, "en", 2);
    List<Observation> made = maker.observations(ROWS, constants);
    FilledBook book = sound(theme, ReadTemplate.workbook(id, "en", constants));
    assertThat(book.ids()).doesNotContainAnyElementsOf(constants.keySet());
    made.forEach(o -> book.row(maker.cells(o)));
    ReadTemplate read = ReadTemplate.of(book.bytes());
    assertThat(read.imported().findings()).isEmpty();
    assertThat(read.observations()).isEqualTo(made);
  }

  @ParameterizedTest
  @MethodSource("themes")
  void aCsvComesBack(String id) {
    RowType theme = Imported.CATALOGUE.theme(id);
    Map<String, String> constants = constants(theme);
    ObservationMaker maker = new ObservationMaker(Imported.CATALOGUE, theme, "en", 3);
    List<Observation> made = maker.observations(ROWS, constants);
    String start = ReadTemplate.csv(id, constants);
    List<String> ids = List.of(start.strip().split(",", -1));
    StringBuilder csv = new StringBuilder(start);
    for (Observation observation : made) {
      Map<String, String> cells = maker.cells(observation);
      csv.append(
              String.join(
                  ",",
                  ids.stream()
                      .map(i -> '"' + cells.getOrDefault(i, "").replace("\"", "\"\"") + '"')
                      .toList()))
          .append("\r\n");
    }
    ReadTemplate read = ReadTemplate.of(csv.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(read.rules()).containsOnly("MDX-I32");
    assertThat(read.observations()).isEqualTo(made);
  }

  /** With all that a header must have. */
  private static FilledBook sound(RowType theme, byte[] template) {
    FilledBook book = FilledBook.withSender(template);
    theme.datasetFields().stream()
        .filter(Field::required)
        .forEach(f -> book.header(f.name(), Objects.requireNonNull(f.type().list()).code(0).id()));
    return book;
  }

  /** The first coded dimensions but one. */
  private static Map<String, String> constants(RowType theme) {
    Map<String, String> constants = new LinkedHashMap<>();
    for (Field field : theme.key()) {
      if (field.type().list() != null && constants.size() < 2) {
        constants.put(field.name(), field.type().list().code(1).id());
      }
    }
    return constants;
  }
}
