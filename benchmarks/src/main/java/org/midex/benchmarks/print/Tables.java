package org.midex.benchmarks.print;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.midex.benchmarks.measure.Goal;
import org.midex.benchmarks.measure.Measurement;
import org.midex.benchmarks.measure.Results;

/** What the forms for people have in common. */
final class Tables {
  private Tables() {}

  static Table goals(Report report) {
    Table table = new Table("goal", "wanted", "measured", "");
    for (Goal.Outcome outcome : report.outcomes()) {
      table.row(
          outcome.goal().what(),
          Numbers.wanted(outcome.goal()),
          Numbers.measured(outcome),
          Numbers.verdict(outcome));
    }
    return table;
  }

  /** Times are compared with the first of MIDEX's own. */
  static Table group(List<Measurement> group) {
    double ours =
        group.stream()
            .filter(Measurement::ours)
            .mapToDouble(Measurement::cpu)
            .findFirst()
            .orElse(Double.NaN);
    Table table = new Table("", "processor s", "clock s", "spread %", "allocated MB", "× MIDEX");
    for (Measurement one : group) {
      table.row(
          one.what(),
          Numbers.of(one.cpu()),
          Numbers.of(one.wall()),
          Numbers.of(Math.rint(one.spread() * 100)),
          Numbers.megabytes(one.allocated()),
          Numbers.of(one.cpu() / ours));
    }
    return table;
  }

  static Table figures(Report report) {
    Table table = new Table("", "measured");
    for (Results.Figure figure : report.results().figures()) {
      table.row(figure.what(), Numbers.of(figure.value()));
    }
    return table;
  }

  static Table sizes(Report report) {
    Table table = new Table("", "MB", "bytes a row");
    for (Map.Entry<String, Long> size : report.sizes().entrySet()) {
      table.row(
          size.getKey(),
          Numbers.megabytes(size.getValue()),
          Numbers.of((double) size.getValue() / report.rows()));
    }
    return table;
  }

  static String machine(Report report) {
    return String.format(
        Locale.ROOT,
        "%d cores (%s), %.0f GB, %s, %s; %s",
        report.machine().cores(),
        report.machine().processor(),
        report.machine().memory() / 1e9,
        report.machine().java(),
        report.machine().system(),
        report.machine().day());
  }

  static String basis(Report report) {
    return String.format(
        Locale.ROOT,
        "%,d observations of the theme ASYLUM_APP; medians of %d rounds in turns, one process;"
            + " processor seconds of the working thread.",
        report.rows(),
        report.rounds());
  }
}
