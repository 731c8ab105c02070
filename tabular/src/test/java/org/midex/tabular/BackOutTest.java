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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.midex.model.Action;
import org.midex.model.FindingSink;
import org.midex.model.Observation;

/** Tables go in and come back. */
class BackOutTest {
  static List<String> ids() {
    return Mapping.builtInIds();
  }

  /** Those whose source writes each code in one way, and as the mapping does first. */
  static List<String> exactIds() {
    return ids().stream()
        .filter(id -> !id.equals("eurostat-first-permits"))
        .filter(id -> !id.equals("iom-missing-migrants"))
        .filter(id -> !id.equals("worldbank-remittances"))
        .toList();
  }

  private static byte[] source(String id) throws IOException {
    try (InputStream in = BuiltInMappingsTest.table(id)) {
      return in.readAllBytes();
    }
  }

  /** What an import of the source says, written back. */
  private static Exported writtenBack(String id, List<Observation> observations)
      throws IOException {
    Mapping mapping = Mapping.builtIn(CATALOGUE, id);
    Map<String, String> dataset = new HashMap<>();
    try (TableReader reader =
        TableReader.open(
            BuiltInMappingsTest.table(id),
            mapping,
            ImportHeader.complete(CATALOGUE, mapping, null, Instant.EPOCH),
            "urn:example:1",
            FindingSink.ignoring())) {
      dataset.putAll(reader.head().attributes());
    }
    return Exported.of(
        new SourceLayout(mapping, List.of()),
        Exported.head(mapping.theme(), Action.APPEND, dataset),
        observations);
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
  void everyObservationOfTheExcerptComesBack(String id) throws IOException {
    Mapping mapping = Mapping.builtIn(CATALOGUE, id);
    List<Observation> observations = Imported.of(mapping, source(id)).observations();
    Exported exported = writtenBack(id, observations);
    assertThat(exported.rules()).allMatch("MDX-I28"::equals);
    assertThat(exported.account().written()).isEqualTo(observations.size());
    assertThat(exported.account().addsUp()).isTrue();
    Imported again = Imported.of(mapping, exported.bytes());
    assertThat(again.observations()).isEqualTo(observations);
    assertThat(again.findings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("exactIds")
  void everyCellOfTheExcerptComesBack(String id) throws IOException {
    Mapping mapping = Mapping.builtIn(CATALOGUE, id);
    Exported exported = writtenBack(id, Imported.of(mapping, source(id)).observations());
    assertThat(cells(mapping, exported.bytes())).isEqualTo(cells(mapping, source(id)));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void aShuffledMessageGivesTheSameObservations(String id) throws IOException {
    Mapping mapping = Mapping.builtIn(CATALOGUE, id);
    List<Observation> observations = Imported.of(mapping, source(id)).observations();
    List<Observation> shuffled = new ArrayList<>(observations);
    Collections.shuffle(shuffled, new Random(7));
    Exported exported = writtenBack(id, shuffled);
    assertThat(exported.account().rows()).isEqualTo(writtenBack(id, observations).account().rows());
    assertThat(Imported.of(mapping, exported.bytes()).observations())
        .containsExactlyInAnyOrderElementsOf(observations);
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
