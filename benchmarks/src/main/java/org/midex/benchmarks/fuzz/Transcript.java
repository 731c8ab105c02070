package org.midex.benchmarks.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.midex.model.FindingSink;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageReader;
import org.midex.model.Observation;
import org.midex.model.Occurrence;
import org.midex.model.Problem;

/**
 * All that reading one document tells: head, rows and their places, the ending, and the findings.
 */
final class Transcript implements FindingSink {
  /** Opens a reader that reports to a sink. */
  @FunctionalInterface
  interface Opening {
    MessageReader open(FindingSink sink) throws IOException;
  }

  /** Told of each row that was read. */
  @FunctionalInterface
  interface Rows {
    void read(MessageReader reader);
  }

  private final List<String> rows = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private final Set<Problem> problems = new HashSet<>();
  private boolean refused;

  private Transcript() {}

  /**
   * Reads to the end, or to where reading cannot go on.
   *
   * @throws IOException also when the reader fails in a way in which it must not
   */
  static Transcript of(Opening opening, Rows watch) throws IOException {
    Transcript transcript = new Transcript();
    try (MessageReader reader = opening.open(transcript)) {
      transcript.rows.add(reader.head().toString());
      while (reader.next()) {
        transcript.add(reader);
        watch.read(reader);
      }
      transcript.rows.add("end after " + reader.number());
    } catch (MalformedMessageException e) {
      transcript.refused = true;
      transcript.problems.add(e.problem());
      transcript.rows.add("refused: " + e.problem() + " " + e.location() + " " + e.getMessage());
    }
    return transcript;
  }

  private void add(MessageReader reader) {
    rows.add(
        Observation.of(reader.row())
            + (reader.rowIsSound() ? " sound " : " faulty ")
            + reader.number()
            + " "
            + reader.location());
  }

  @Override
  public void report(Problem problem, Occurrence occurrence) {
    problems.add(problem);
    findings.add(
        problem
            + " "
            + occurrence.value()
            + " "
            + occurrence.details()
            + " "
            + occurrence.location());
  }

  @Override
  public void notRun(String rule, String why) {
    findings.add("not run: " + rule + " " + why);
  }

  @Override
  public void incomplete() {
    findings.add("incomplete");
  }

  /** What was found, each once. */
  Set<Problem> problems() {
    return problems;
  }

  /** Whether reading stopped before the end, as a malformed message. */
  boolean refused() {
    return refused;
  }

  boolean hasFindings() {
    return !findings.isEmpty();
  }

  /** The first thing that the other one tells otherwise; empty when there is none. */
  String difference(Transcript other) {
    String inRows = difference("row", rows, other.rows);
    return inRows.isEmpty() ? difference("finding", findings, other.findings) : inRows;
  }

  private static String difference(String what, List<String> ours, List<String> theirs) {
    for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
      String our = i < ours.size() ? ours.get(i) : "nothing";
      String their = i < theirs.size() ? theirs.get(i) : "nothing";
      if (!our.equals(their)) {
        return what + " " + i + ": " + our + "\nbut exactly: " + their;
      }
    }
    return "";
  }
}
