package org.midex.benchmarks.fuzz;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.model.Problem;
import org.midex.schema.Catalogue;
import org.midex.schema.RowType;

/** What was done so far, and what was met: the yield. */
final class Tally {
  private long documents;
  private long bytes;
  private long wholly;
  private long partly;
  private long exactly;
  private long empty;
  private final Set<String> kinds = new TreeSet<>();
  private final Set<@Nullable String> fields = new HashSet<>();

  /** Knows the fields of all themes. */
  Tally(Catalogue catalogue) {
    for (RowType theme : catalogue.themes()) {
      Stream.of(theme.fields(), theme.datasetFields())
          .flatMap(List::stream)
          .forEach(field -> fields.add(field.name()));
    }
  }

  void document(int length) {
    documents++;
    bytes += length;
  }

  /** Of fields that senders make up there is no end: those are of one kind. */
  void add(Problem problem) {
    String field = problem.field();
    kinds.add(problem.rule() + (fields.contains(field) ? " " + field : ""));
  }

  /** How many of a document's rows the fast lane read. */
  void lanes(long fast, long rows) {
    if (rows == 0) {
      empty++;
    } else if (fast == rows) {
      wholly++;
    } else if (fast > 0) {
      partly++;
    } else {
      exactly++;
    }
  }

  long documents() {
    return documents;
  }

  private long rules() {
    return kinds.stream().map(kind -> kind.split(" ", 2)[0]).distinct().count();
  }

  String progress(double seconds) {
    return String.format(
        Locale.ROOT,
        "%.0f s: %d documents, %.1f MB, %d rules, %d kinds of findings",
        seconds,
        documents,
        bytes / 1e6,
        rules(),
        kinds.size());
  }

  String summary(double seconds, long seed) {
    return progress(seconds)
        + String.format(
            Locale.ROOT,
            "%nXML: %d read wholly by the fast lane, %d partly, %d by the exact lane, %d without rows%nrules: %s%nseed %d",
            wholly,
            partly,
            exactly,
            empty,
            String.join(" ", kinds.stream().map(kind -> kind.split(" ", 2)[0]).distinct().toList()),
            seed);
  }
}
