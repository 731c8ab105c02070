package org.midex.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.tabular.Imported.CATALOGUE;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.midex.model.Observation;

/** Tables go in and come back. */
class BackOutTest {
  static List<String> ids() {
    return Mapping.builtInIds();
  }

  private static byte[] source(String id) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(BackOutTest.class.getResourceAsStream(id + ".csv"))) {
      return in.readAllBytes();
    }
  }

  /** A table's rows, each cell under its heading; without columns that the mapping ignores. */
  private static List<List<String>> cells(Mapping mapping, byte[] table) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(mapping.layout().separator())
            .ofNamedCsvRecord(
                new InputStreamReader(
                    new ByteArrayInputStream(table), mapping.layout().encoding()))) {
      List<String> headings = new ArrayList<>(mapping.plan().headings());
      headings.removeAll(mapping.plan().ignored().keySet());
      for (NamedCsvRecord row : reader) {
        rows.add(headings.stream().map(heading -> heading + "=" + row.getField(heading)).toList());
      }
    }
    return rows;
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyCellOfTheExcerptComesBack(String id) throws IOException {
    Mapping mapping = Mapping.builtIn(CATALOGUE, id);
    List<Observation> observations = Imported.of(mapping, source(id)).observations();
    Exported exported = Exported.of(mapping, observations);
    assertThat(exported.rules()).allMatch("MDX-I28"::equals);
    assertThat(exported.account().written()).isEqualTo(observations.size());
    assertThat(exported.account().addsUp()).isTrue();
    assertThat(cells(mapping, exported.bytes())).isEqualTo(cells(mapping, source(id)));
    assertThat(Imported.of(mapping, exported.bytes()).observations()).isEqualTo(observations);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void aShuffledMessageGivesTheSameRows(String id) throws IOException {
    Mapping mapping = Mapping.builtIn(CATALOGUE, id);
    List<Observation> shuffled = new ArrayList<>(Imported.of(mapping, source(id)).observations());
    Collections.shuffle(shuffled, new Random(7));
    Exported exported = Exported.of(mapping, shuffled);
    assertThat(cells(mapping, exported.bytes()))
        .containsExactlyInAnyOrderElementsOf(cells(mapping, source(id)));
  }

  @Test
  void flagsKeptInACommentComeBackAsTheyWere() throws IOException {
    Path folder = Path.of("src/test/resources/org/midex/tabular");
    Mapping mapping = Mapping.load(CATALOGUE, folder.resolve("asylum-office.yaml"));
    String table = Files.readString(folder.resolve("asylum-office.csv"));
    Exported exported = Exported.of(mapping, Imported.of(mapping, table).observations());
    assertThat(exported.findings()).isEmpty();
    assertThat(exported.text()).isEqualTo(table.replace("\n", "\r\n"));
  }
}
