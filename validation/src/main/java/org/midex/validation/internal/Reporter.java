package org.midex.validation.internal;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.MessageReader;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.SideBySide;
import org.midex.schema.Catalogue;

/** Tells the sink where a problem is, so that rules know nothing of bytes. */
public final class Reporter {
  private final Catalogue catalogue;
  private final MessageReader reader;
  private final FindingSink sink;

  /**
   * @param catalogue rules that it does not have, because its edition is older, or that a rule set
   *     disables, are not judged by
   */
  public Reporter(Catalogue catalogue, MessageReader reader, FindingSink sink) {
    this.catalogue = catalogue;
    this.reader = reader;
    this.sink = sink;
  }

  /** One that tells another sink. */
  Reporter to(FindingSink other) {
    return new Reporter(catalogue, reader, other);
  }

  FindingSink sink() {
    return sink;
  }

  /** A problem in the current row. */
  public void onRow(
      Problem problem, @Nullable String value, Supplier<Map<String, String>> details) {
    onRow(problem, value, () -> null, details);
  }

  public void onRow(
      Problem problem,
      @Nullable String value,
      Supplier<@Nullable String> suggestion,
      Supplier<Map<String, String>> details) {
    report(problem, reader.number(), true, reader::location, value, suggestion, details);
  }

  /** A problem in a row that was read before; where it stands in the bytes is no longer known. */
  public void onRecord(
      long record, Problem problem, @Nullable String value, Supplier<Map<String, String>> details) {
    report(problem, record, false, () -> Location.ofRecord(record), value, () -> null, details);
  }

  /** A problem in the current row, a row before it, or (0) the message as a whole. */
  public void anywhere(
      long record, Problem problem, @Nullable String value, Supplier<Map<String, String>> details) {
    boolean current = record > 0 && record == reader.number();
    Supplier<Location> location = current ? reader::location : () -> Location.ofRecord(record);
    report(problem, record, current, location, value, () -> null, details);
  }

  /** A problem in the head. */
  public void onHead(
      Problem problem,
      @Nullable String value,
      Supplier<@Nullable String> suggestion,
      Supplier<Map<String, String>> details) {
    report(problem, 0, false, Location::ofMessage, value, suggestion, details);
  }

  public void notRun(String rule, String why) {
    if (catalogue.judgesBy(rule)) {
      sink.notRun(rule, why);
    }
  }

  void notRun(String rule, String why, long rows) {
    if (catalogue.judgesBy(rule)) {
      sink.notRun(rule, why, rows);
    }
  }

  /** Tells how figures compare with another side's. */
  public void beside(SideBySide comparison) {
    sink.beside(comparison);
  }

  void incomplete() {
    sink.incomplete();
  }

  public boolean rowIsSound() {
    return reader.rowIsSound();
  }

  /** Number of the current row. */
  public long record() {
    return reader.number();
  }

  private void report(
      Problem problem,
      long record,
      boolean current,
      Supplier<Location> location,
      @Nullable String value,
      Supplier<@Nullable String> suggestion,
      Supplier<Map<String, String>> details) {
    if (!catalogue.judgesBy(problem.rule())) {
      return;
    }
    sink.report(
        problem,
        new Occurrence() {
          @Override
          public long record() {
            return record;
          }

          @Override
          public @Nullable String value() {
            return value;
          }

          @Override
          public @Nullable String suggestion() {
            return suggestion.get();
          }

          @Override
          public Map<String, String> details() {
            return details.get();
          }

          @Override
          public @Nullable String key() {
            return current ? RowKey.of(reader.row()) : null;
          }

          @Override
          public Location location() {
            return location.get();
          }
        });
  }
}
