package org.midex.tabular.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.MalformedMessageException;
import org.midex.model.Occurrence;
import org.midex.model.Problem;

/** Reports what is wrong with a table, with the cell. */
public final class Findings {
  private static final int REMEMBERED = 1_000;

  private final FindingSink sink;
  private final Map<String, Problem> problems = new HashMap<>();

  public Findings(FindingSink sink) {
    this.sink = sink;
  }

  /** A cell of the current row. */
  public void cell(
      Table table,
      String rule,
      String heading,
      int cell,
      String value,
      Map<String, String> details,
      Supplier<Optional<String>> suggestion) {
    report(
        rule,
        heading,
        new AtCell(
            table.line(),
            () -> table.place(table.line(), cell, heading),
            value,
            details,
            suggestion));
  }

  /** The current row as a whole. */
  public void row(Table table, String rule, Map<String, String> details) {
    report(
        rule,
        null,
        new AtCell(
            table.line(), () -> table.place(table.line(), 0, ""), null, details, Optional::empty));
  }

  /** A column as a whole: findings on several make one group, whose values are the headings. */
  void column(
      Table table,
      String rule,
      String heading,
      int cell,
      Map<String, String> details,
      Supplier<Optional<String>> suggestion) {
    report(
        rule,
        null,
        new AtCell(
            table.line(), () -> table.place(table.line(), cell, ""), heading, details, suggestion));
  }

  /**
   * A part of the message's header that must be there.
   *
   * @param place cell where it would stand, or null
   */
  public void lacks(String part, @Nullable String place) {
    Location location = new Location(0, -1, 0, 0, place);
    report("MDX-I32", part, Occurrence.at(location, null, Map.of()));
  }

  /** Something about the file as a whole that does not keep it from being read. */
  public void file(String rule, @Nullable String value, Map<String, String> details) {
    report(rule, null, Occurrence.at(Location.ofMessage(), value, details));
  }

  /** What follows is of a newer version and may not be understood. */
  public void incomplete() {
    sink.incomplete();
  }

  private void report(String rule, @Nullable String field, Occurrence occurrence) {
    String shown = field == null ? null : Cells.shortened(field);
    Problem problem =
        problems.size() > REMEMBERED
            ? new Problem(rule, shown, Map.of())
            : problems.computeIfAbsent(
                rule + " " + shown, key -> new Problem(rule, shown, Map.of()));
    sink.report(problem, occurrence);
  }

  /**
   * The bytes are no table: reports it and gives the exception to throw.
   *
   * @param line where reading stopped; 0 when not known
   */
  public MalformedMessageException fatal(BadTableException bad, long line) {
    Location location =
        new Location(0, bad.byteOffset(), line, 0, line > 0 ? "after line " + line : null);
    Problem problem = Problem.of("MDX-I06");
    sink.report(problem, Occurrence.at(location, null, Map.of("reason", bad.reason())));
    return new MalformedMessageException(problem, location, bad.reason());
  }

  /** A place in the table, worked out only when it is asked for. */
  private record AtCell(
      long line,
      Supplier<String> place,
      @Nullable String text,
      Map<String, String> values,
      Supplier<Optional<String>> meant)
      implements Occurrence {
    @Override
    public long record() {
      return 0;
    }

    @Override
    public @Nullable String value() {
      return text == null ? null : Cells.shortened(text);
    }

    @Override
    public @Nullable String suggestion() {
      return meant.get().orElse(null);
    }

    @Override
    public Map<String, String> details() {
      return values;
    }

    @Override
    public Location location() {
      return new Location(0, -1, line, 0, place.get());
    }
  }
}
