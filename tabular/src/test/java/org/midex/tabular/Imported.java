package org.midex.tabular;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.Observation;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.schema.Catalogue;

/** What an import gave: observations, findings, account. */
record Imported(
    List<Observation> observations,
    List<Location> places,
    List<Found> findings,
    @Nullable Account account,
    @Nullable String stopped,
    @Nullable MessageHead head) {
  static final Catalogue CATALOGUE = Catalogue.standard();

  /** A finding as the sink got it. */
  record Found(
      String rule,
      @Nullable String field,
      @Nullable String value,
      @Nullable String suggestion,
      Map<String, String> details,
      Location location) {}

  static Mapping mapping(String yaml) {
    return Mapping.load(
        CATALOGUE, new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "test.yaml");
  }

  static Imported of(Mapping mapping, String table) {
    return of(mapping, table.getBytes(StandardCharsets.UTF_8));
  }

  static Imported of(Mapping mapping, byte[] table) {
    List<Found> found = new ArrayList<>();
    List<Observation> observations = new ArrayList<>();
    List<Location> places = new ArrayList<>();
    try (TableReader reader =
        TableReader.open(
            new ByteArrayInputStream(table),
            mapping,
            ImportHeader.complete(CATALOGUE, mapping, null, Instant.EPOCH),
            "urn:example:1",
            collecting(found))) {
      String stopped = null;
      try {
        while (reader.next()) {
          observations.add(reader.row().toObservation());
          places.add(reader.location());
        }
      } catch (MalformedMessageException e) {
        stopped = e.getMessage();
      }
      return new Imported(observations, places, found, reader.account(), stopped, reader.head());
    } catch (MalformedMessageException e) {
      return new Imported(observations, places, found, null, e.getMessage(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FindingSink collecting(List<Found> found) {
    return new FindingSink() {
      @Override
      public void report(Problem problem, Occurrence occurrence) {
        found.add(
            new Found(
                problem.rule(),
                problem.field(),
                occurrence.value(),
                occurrence.suggestion(),
                occurrence.details(),
                occurrence.location()));
      }

      @Override
      public void notRun(String rule, String why) {}

      @Override
      public void incomplete() {}
    };
  }

  List<String> rules() {
    return findings.stream().map(Found::rule).toList();
  }

  List<@Nullable String> column(String field) {
    List<@Nullable String> texts = new ArrayList<>();
    observations.forEach(o -> texts.add(o.fields().get(field)));
    return texts;
  }

  /** Attributes of the dataset, by name. */
  Map<String, String> dataset() {
    return Objects.requireNonNull(head).attributes();
  }

  Account requireAccount() {
    return Objects.requireNonNull(account);
  }
}
