package org.midex.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** SOURCES.md has one row for each code list, with its number of codes. */
class SourcesTest {
  @Test
  void everyListHasOneRowWithItsNumberOfCodes() throws IOException {
    Catalogue catalogue = Catalogue.standard();
    List<String> rows =
        catalogue.codeListIds().stream()
            .sorted()
            .map(id -> "| %s | %d |".formatted(id, catalogue.codeList(id).codes().size()))
            .toList();
    assertThat(page().lines().filter(line -> line.startsWith("| CL_")).map(SourcesTest::start))
        .containsExactlyElementsOf(rows);
  }

  private static String start(String row) {
    return row.substring(0, row.indexOf('|', row.indexOf('|', 1) + 1) + 1);
  }

  private static String page() throws IOException {
    CatalogueSource source = CatalogueSource.ofClasspath();
    try (InputStream in = Objects.requireNonNull(source.open("SOURCES.md"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
