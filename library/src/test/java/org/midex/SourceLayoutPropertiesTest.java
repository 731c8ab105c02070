package org.midex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.midex.codec.MessageArbitraries;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.MessageHead;
import org.midex.model.Observation;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.Severity;
import org.midex.tabular.ExportAccount;
import org.midex.tabular.ImportHeader;
import org.midex.tabular.Mapping;
import org.midex.tabular.SourceLayout;
import org.midex.tabular.TableReader;
import org.midex.tabular.TableWriter;

/** What the layout of a built-in mapping says of any observations is what it was given. */
@Tag("once")
class SourceLayoutPropertiesTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final Path EXCERPTS = Path.of("../tabular/src/test/resources/org/midex/tabular");
  private static final Map<String, Sent> EXCERPT = new HashMap<>();

  /** Observations with the head of their message, and the findings on the way. */
  private record Sent(Mapping mapping, MessageHead head, List<Observation> rows, long errors) {}

  /** Observations of an excerpt, in which up to three fields were changed to anything. */
  @Provide
  Arbitrary<Sent> messages() {
    return Arbitraries.of(Mapping.builtInIds()).flatMap(SourceLayoutPropertiesTest::messages);
  }

  private static Arbitrary<Sent> messages(String id) {
    Sent excerpt = EXCERPT.computeIfAbsent(id, SourceLayoutPropertiesTest::excerpt);
    RowType theme = excerpt.mapping().theme();
    Arbitrary<Observation> row =
        Combinators.combine(
                Arbitraries.of(excerpt.rows()),
                MessageArbitraries.observations(theme),
                Arbitraries.of(theme.fields()).set().ofMaxSize(3))
            .as(SourceLayoutPropertiesTest::changed);
    Arbitrary<Observation> rows =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, Arbitraries.of(excerpt.rows())),
            net.jqwik.api.Tuple.of(1, row));
    return rows.list()
        .ofMinSize(1)
        .ofMaxSize(15)
        .map(list -> new Sent(excerpt.mapping(), excerpt.head(), list, 0));
  }

  private static Observation changed(Observation row, Observation any, Set<Field> fields) {
    Map<String, String> texts = row.fields();
    for (Field field : fields) {
      String text = any.text(field.slot());
      texts.put(field.name(), text == null ? "" : text);
    }
    texts.values().removeIf(String::isEmpty);
    return Observation.of(row.type(), texts);
  }

  private static Sent excerpt(String id) {
    Path text = EXCERPTS.resolve(id + ".csv");
    Path file = Files.exists(text) ? text : EXCERPTS.resolve(id + ".xlsx");
    try {
      return read(Mapping.builtIn(CATALOGUE, id), Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sent read(Mapping mapping, InputStream table) throws IOException {
    Errors errors = new Errors();
    List<Observation> rows = new ArrayList<>();
    try (TableReader reader =
        TableReader.open(
            table,
            mapping,
            ImportHeader.complete(CATALOGUE, mapping, null, Instant.EPOCH),
            "urn:example:1",
            errors)) {
      while (reader.next()) {
        rows.add(reader.row().toObservation());
      }
      return new Sent(mapping, reader.head(), rows, errors.count);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenIsReadAgain(@ForAll("messages") Sent sent) throws IOException {
    Errors errors = new Errors();
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    ExportAccount account;
    try (TableWriter writer =
        new SourceLayout(sent.mapping(), List.of()).writer(table, sent.head(), errors)) {
      for (Observation row : sent.rows()) {
        writer.write(row, Location::ofMessage);
      }
      account = writer.finish();
    }
    assertThat(account.observations()).isEqualTo(sent.rows().size());
    assertThat(account.addsUp()).isTrue();
    assertThat(errors.count > 0).isEqualTo(account.notExpressible() > 0);
    if (account.written() > 0) {
      Sent again = read(sent.mapping(), new ByteArrayInputStream(table.toByteArray()));
      assertThat(again.errors()).isZero();
      assertThat(again.rows()).hasSize((int) account.written());
      List<Observation> rest = new ArrayList<>(sent.rows());
      again.rows().forEach(row -> assertThat(rest.remove(row)).as(row.toString()).isTrue());
    }
  }

  private static final class Errors implements FindingSink {
    private long count;

    @Override
    public void report(Problem problem, Occurrence occurrence) {
      if (CATALOGUE.rule(problem.rule()).severity() == Severity.ERROR) {
        count++;
      }
    }

    @Override
    public void notRun(String rule, String why) {}

    @Override
    public void incomplete() {}
  }
}
