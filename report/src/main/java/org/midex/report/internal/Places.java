package org.midex.report.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.midex.model.Finding;
import org.midex.model.FindingSink;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.report.Masking;
import org.midex.report.wording.Plain;
import org.midex.schema.Severity;

/**
 * Keeps the first findings of each problem of one file, more than a result has as samples, so that
 * few faults can be found without another report. At most {@value #LARGEST} in all.
 */
public final class Places implements FindingSink {
  /** Findings of one problem. */
  static final int EACH = 40;

  /** Of these, kept for values of another shape. */
  private static final int FOR_OTHERS = 8;

  private static final int LARGEST = 4_000;
  private static final int LONGEST = 200;

  private final Masking masking;
  private final Map<Problem, OfOne> found = new HashMap<>();
  private @Nullable Problem last;
  private OfOne ofLast = new OfOne();
  private int kept;

  public Places(Masking masking) {
    this.masking = masking;
  }

  /** The first findings of a problem, in the order of their finding. */
  List<Finding> of(Problem problem) {
    OfOne ofOne = found.get(problem);
    return ofOne == null ? List.of() : ofOne.findings;
  }

  @Override
  public void report(Problem problem, Occurrence occurrence) {
    if (kept == LARGEST) {
      return;
    }
    if (!problem.equals(last)) {
      last = problem;
      ofLast = found.computeIfAbsent(problem, p -> new OfOne());
    }
    if (ofLast.wants(occurrence.value())) {
      ofLast.findings.add(finding(problem, occurrence));
      kept++;
    }
  }

  /** The first findings of one problem; the last places are for values that look otherwise. */
  private static final class OfOne {
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> shapes = new HashSet<>();

    boolean wants(@Nullable String value) {
      if (findings.size() >= EACH) {
        return false;
      }
      boolean other = value != null && shapes.add(Shapes.of(value));
      return other || findings.size() < EACH - FOR_OTHERS;
    }
  }

  private Finding finding(Problem problem, Occurrence occurrence) {
    Finding finding =
        new Finding(
            problem,
            Severity.ERROR,
            occurrence.location(),
            cut(occurrence.value()),
            cut(occurrence.suggestion()),
            cut(occurrence.details()));
    return masking.hides(problem.field()) ? Masking.masked(finding) : finding;
  }

  private static @Nullable String cut(@Nullable String text) {
    return text == null ? null : Plain.clip(text, LONGEST);
  }

  private static Map<String, String> cut(Map<String, String> details) {
    Map<String, String> cut = new TreeMap<>(details);
    cut.replaceAll((name, text) -> Plain.clip(text, LONGEST));
    return cut;
  }

  @Override
  public void notRun(String rule, String why) {}

  @Override
  public void incomplete() {}
}
