package org.midex.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.midex.Midex;
import org.midex.Midex.Imported;
import org.midex.Source;
import org.midex.model.FindingSink;
import org.midex.model.Result;
import org.midex.model.Verdict;
import org.midex.schema.RowType;
import org.midex.tabular.FilledTemplate;
import org.midex.tabular.Template;

/** From message to filled-in template and back, the data digest stays the same. */
@Tag("once")
class TemplateDigestTest {
  private static final Midex MIDEX = Midex.standard();

  @TempDir Path folder;

  static Stream<Arguments> themesAndLanguages() {
    return MIDEX.catalogue().themeIds().stream()
        .flatMap(
            theme ->
                MIDEX.catalogue().languages().stream()
                    .map(language -> Arguments.of(theme, language)));
  }

  @ParameterizedTest
  @MethodSource("themesAndLanguages")
  void theDataDigestComesBack(String id, String language) throws IOException {
    RowType theme = MIDEX.catalogue().theme(id);
    FilledIn filled = FilledIn.make(MIDEX, theme, language, folder);
    Imported imported = importTemplate(filled.workbook());
    assertThat(imported.written()).isTrue();
    assertThat(Objects.requireNonNull(imported.account()).addsUp()).isTrue();
    assertThat(digest(folder.resolve("out.xml"))).isEqualTo(digest(filled.message()));
  }

  private Imported importTemplate(Path workbook) throws IOException {
    Source source = Source.of(workbook);
    FilledTemplate template = MIDEX.findTemplate(source).orElseThrow();
    return MIDEX.importTemplate(
        source, template, null, "urn:example:1", folder.resolve("out.xml"), FindingSink.ignoring());
  }

  static String digest(Path message) throws IOException {
    return Objects.requireNonNull(MIDEX.digest(Source.of(message), FindingSink.ignoring())).data();
  }

  @Test
  void validationNamesCells() throws IOException {
    FilledIn filled = FilledIn.make(MIDEX, MIDEX.catalogue().themes().get(0), "en", folder);
    Path damaged = folder.resolve("damaged.xlsx");
    Files.write(damaged, filled.book().row(Map.of("OBS_VALUE", "1 234")).bytes());
    Result result = MIDEX.validate(Source.of(damaged));
    assertThat(result.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
    assertThat(result.format()).isEqualTo("table");
    assertThat(result.groups())
        .filteredOn(g -> g.problem().rule().equals("MDX-I13"))
        .singleElement()
        .satisfies(
            g ->
                assertThat(Objects.requireNonNull(g.samples().get(0).finding().location().source()))
                    .matches("Data![A-Z]+43"));
  }

  @Test
  void withoutAWholeHeaderNothingIsWritten() throws IOException {
    Path empty = folder.resolve("empty.xlsx");
    RowType theme = MIDEX.catalogue().themes().get(0);
    MIDEX.writeTemplate(new Template(theme, "en", Map.of(), 10), empty);
    Imported imported = importTemplate(empty);
    assertThat(imported.written()).isFalse();
    assertThat(imported.account()).isNotNull();
    assertThat(folder.resolve("out.xml")).doesNotExist();
  }

  @Test
  void aTemplateIsAWorkbookOrText() throws IOException {
    RowType theme = MIDEX.catalogue().themes().get(0);
    Template template = new Template(theme, "en", Map.of(), 10);
    assertThatThrownBy(() -> MIDEX.writeTemplate(template, folder.resolve("t.xls")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(".xlsx or .csv");
    MIDEX.writeTemplate(template, folder.resolve("t.csv"));
    assertThat(Files.readAllLines(folder.resolve("t.csv"))).hasSize(1);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void messagesAndOtherTablesAreNoTemplates() throws IOException {
    Path csv = Files.writeString(folder.resolve("x.csv"), "year,value\n2024,1\n");
    for (Path file : List.of(Path.of("../examples/refugees.xml"), csv)) {
      assertThat(MIDEX.findTemplate(Source.of(file))).isEmpty();
    }
  }
}
