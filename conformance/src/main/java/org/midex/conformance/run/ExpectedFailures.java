package org.midex.conformance.run;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.midex.conformance.suite.Suite;
import org.midex.conformance.suite.Vector;
import org.midex.conformance.wording.Saying;

/**
 * The vectors that an implementation is known not to pass: lines of a vector's id, the last day on
 * which its failure is expected, and the reason. Empty lines and lines with # at their start stay
 * as they are.
 */
public final class ExpectedFailures {
  /** How long a failure is expected that was added to the list. */
  private static final int DAYS = 90;

  private static final String NO_REASON = "(say why)";

  private final List<String> lines;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private record Entry(LocalDate until, String reason) {}

  private ExpectedFailures(List<String> lines) {
    this.lines = List.copyOf(lines);
    for (int i = 0; i < lines.size(); i++) {
      if (isEntry(lines.get(i))) {
        add(lines.get(i), i + 1);
      }
    }
  }

  /** An empty list. */
  public static ExpectedFailures none() {
    return new ExpectedFailures(List.of());
  }

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException with the line that is not right
   */
  public static ExpectedFailures of(List<String> lines) {
    return new ExpectedFailures(lines);
  }

  private static boolean isEntry(String line) {
    return !line.isBlank() && !line.startsWith("#");
  }

  private void add(String line, int number) {
    String[] parts = line.strip().split("\\s+", 3);
    try {
      if (parts.length == 3 && parts[2].equals(NO_REASON)) {
        throw new IllegalArgumentException(
            "line " + number + ": say why " + parts[0] + " fails, in the place of " + NO_REASON);
      }
      if (parts.length < 3) {
        throw new IllegalArgumentException(
            "line " + number + ": expected ID DAY REASON, found “" + line + "”");
      }
      Entry entry = new Entry(LocalDate.parse(parts[1]), parts[2]);
      if (entries.put(parts[0], entry) != null) {
        throw new IllegalArgumentException("line " + number + ": " + parts[0] + " stands twice");
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "line " + number + ": " + parts[1] + " is no day such as 2027-06-30", e);
    }
  }

  /**
   * Makes sure that the suite has what it names.
   *
   * @throws IllegalArgumentException when it has not
   */
  public void requireKnown(Suite suite) {
    Set<String> known = suite.vectors().stream().map(Vector::id).collect(Collectors.toSet());
    List<String> others = entries.keySet().stream().filter(id -> !known.contains(id)).toList();
    if (!others.isEmpty()) {
      throw new IllegalArgumentException("no such vectors: " + String.join(", ", others));
    }
  }

  /** The results as they count when these failures are expected. */
  public RunResult apply(RunResult run, LocalDate today) {
    List<VectorResult> results = run.results().stream().map(one -> apply(one, today)).toList();
    return new RunResult(run.suite(), run.claims(), results, run.farewell());
  }

  private VectorResult apply(VectorResult result, LocalDate today) {
    Entry entry = entries.get(result.vector().id());
    if (entry == null || result.status() == Status.SKIP) {
      return result;
    }
    if (result.status() == Status.PASS) {
      return result.with(Status.UNEXPECTED_PASS, Saying.of("unexpected", "reason", entry.reason));
    }
    return entry.until.isBefore(today)
        ? result.with(Status.FAIL, Saying.of("overdue", "day", entry.until, "reason", entry.reason))
        : result.with(Status.EXPECTED_FAILURE, Saying.quoted(entry.reason));
  }

  /**
   * The list that fits a run: without what passes, and with what fails and is not on it.
   *
   * @param run as it was without this list
   */
  public List<String> updated(RunResult run, LocalDate today) {
    Map<String, Status> status =
        run.results().stream()
            .collect(Collectors.toMap(one -> one.vector().id(), VectorResult::status));
    List<String> all = new ArrayList<>();
    for (String line : lines) {
      if (!isEntry(line) || status.get(line.strip().split("\\s+", 2)[0]) != Status.PASS) {
        all.add(line);
      }
    }
    for (VectorResult result : run.results()) {
      boolean fails = result.status() == Status.FAIL || result.status() == Status.ERROR;
      String id = result.vector().id();
      if (fails && !entries.containsKey(id)) {
        all.add(id + " " + today.plusDays(DAYS) + " " + NO_REASON);
      }
    }
    return all;
  }
}
