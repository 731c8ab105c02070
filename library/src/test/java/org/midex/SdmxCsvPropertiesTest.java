package org.midex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.midex.Midex.Exported;
import org.midex.codec.MessageArbitraries;
import org.midex.codec.MessageArbitraries.Message;
import org.midex.model.Action;
import org.midex.model.FindingSink;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.MessageWriter;
import org.midex.model.Node;
import org.midex.model.Observation;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.tabular.ExportAccount;
import org.midex.tabular.ImportHeader;
import org.midex.tabular.Mapping;
import org.midex.tabular.SdmxCsv;
import org.midex.tabular.SdmxCsv.Labels;

/** Any dataset of any theme, written as SDMX-CSV and read again. */
class SdmxCsvPropertiesTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final Midex MIDEX = Midex.standard();

  /** Texts that mean nothing in SDMX-CSV. */
  private static final List<String> RESERVED = List.of("-", "NaN", "#N/A");

  @Provide
  Arbitrary<Message> messages() {
    return MessageArbitraries.messages();
  }

  @Provide
  Arbitrary<SdmxCsv> formats() {
    return Combinators.combine(
            Arbitraries.of(Labels.values()),
            Arbitraries.of("en", "fr", "es").map(CATALOGUE::texts),
            Arbitraries.of(',', ';', '|', '\t'))
        .as(SdmxCsv::new);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void keepsTheData(@ForAll("messages") Message message, @ForAll("formats") SdmxCsv format)
      throws IOException {
    List<Observation> rows = rows(message);
    Assume.that(!rows.isEmpty());
    Path folder = Files.createTempDirectory("midex-test");
    Path first = folder.resolve("first.xml");
    Path table = folder.resolve("table.csv.gz");
    Path again = folder.resolve("again.xml");
    try {
      write(first, message.head(), rows);
      Exported exported = MIDEX.export(Source.of(first), format, table, failing());
      assertThat(exported.account())
          .isEqualTo(new ExportAccount(rows.size(), rows.size(), 0, rows.size(), 0));
      Mapping mapping = Mapping.ofTable(CATALOGUE, Files.newInputStream(table)).orElseThrow();
      Node header = ImportHeader.complete(CATALOGUE, mapping, null, Instant.EPOCH);
      MIDEX.importTable(Source.of(table), mapping, header, "urn:example:1", again, failing());
      assertThat(data(again)).isEqualTo(data(first));
      try (MessageReader reader = MIDEX.read(Source.of(again), failing())) {
        assertThat(reader.head().action()).isEqualTo(message.head().action());
        assertThat(reader.head().attributes())
            .isEqualTo(withdraws(message) ? Map.of() : message.head().attributes());
      }
    } finally {
      for (Path file : List.of(first, table, again, folder)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean withdraws(Message message) {
    return message.head().action() == Action.DELETE;
  }

  /**
   * The message's rows but for what SDMX-CSV cannot say: reserved texts; of a withdrawal anything
   * but keys, and a dataset that must have attributes.
   */
  private static List<Observation> rows(Message message) {
    RowType theme = Objects.requireNonNull(message.head().type());
    List<Observation> rows = new ArrayList<>(message.rows());
    if (withdraws(message)) {
      rows.replaceAll(SdmxCsvPropertiesTest::key);
      if (theme.datasetFields().stream().anyMatch(Field::required)) {
        rows.clear();
      }
    }
    rows.removeIf(row -> row.fields().values().stream().anyMatch(RESERVED::contains));
    return message.head().attributes().values().stream().anyMatch(RESERVED::contains)
        ? List.of()
        : rows;
  }

  private static Observation key(Observation row) {
    Map<String, String> fields = row.fields();
    fields.keySet().removeIf(name -> !row.type().field(name).isKey());
    return Observation.of(row.type(), fields);
  }

  private static void write(Path file, MessageHead head, List<Observation> rows)
      throws IOException {
    try (MessageWriter writer = MIDEX.write(file, head)) {
      for (Observation row : rows) {
        writer.write(row);
      }
    }
  }

  private static @Nullable String data(Path file) throws IOException {
    return Objects.requireNonNull(MIDEX.digest(Source.of(file), failing())).data();
  }

  /** Nothing may be wrong. */
  private static FindingSink failing() {
    return new FindingSink() {
      @Override
      public void report(Problem problem, Occurrence occurrence) {
        throw new AssertionError(problem + ": " + occurrence.value() + " " + occurrence.details());
      }

      @Override
      public void notRun(String rule, String why) {}

      @Override
      public void incomplete() {}
    };
  }
}
