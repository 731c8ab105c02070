package org.midex.benchmarks.fuzz;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What was done so far, and what was met: the yield. */
final class Tally {
  private static final int MOST_KINDS = 100_000;
  private static final int LONGEST_KIND = 100;

  private long documents;
  private long bytes;
  private long wholly;
  private long partly;
  private long exactly;
  private long empty;
  private final Set<String> kinds = new TreeSet<>();

  void document(int length) {
    documents++;
    bytes += length;
  }

  /** Senders can make up fields, so that not all can be kept. */
  void add(Set<String> met) {
    for (String kind : met) {
      if (kinds.size() < MOST_KINDS && kind.length() < LONGEST_KIND) {
        kinds.add(kind);
      }
    }
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
