package org.midex.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.midex.model.Finding;
import org.midex.model.FindingSink;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.SideBySide;
import org.midex.schema.Severity;

/** Keeps all that was found. */
final class Found implements FindingSink {
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Integer> notRun = new TreeMap<>();
  private final List<SideBySide> beside = new ArrayList<>();
  private boolean incomplete;

  @Override
  public void report(Problem problem, Occurrence occurrence) {
    Severity severity = Dataset.CATALOGUE.rule(problem.rule()).severity();
    findings.add(
        new Finding(
            problem,
            severity,
            occurrence.location(),
            occurrence.value(),
            occurrence.suggestion(),
            occurrence.details()));
  }

  @Override
  public void notRun(String rule, String why) {
    notRun.merge(rule + " " + why, 1, Integer::sum);
  }

  @Override
  public void beside(SideBySide comparison) {
    beside.add(comparison);
  }

  @Override
  public void incomplete() {
    incomplete = true;
  }

  /** Rule ids in the order of the findings. */
  List<String> rules() {
    return findings.stream().map(f -> f.problem().rule()).toList();
  }

  /** Findings of one rule as {@code record: RULE field}. */
  List<String> places(String rule) {
    return findings.stream()
        .filter(f -> f.problem().rule().equals(rule))
        .map(f -> f.location().record() + ": " + f.problem().field())
        .toList();
  }

  Finding only() {
    if (findings.size() != 1) {
      throw new AssertionError("expected one finding, found " + findings);
    }
    return findings.get(0);
  }

  List<Finding> findings() {
    return findings;
  }

  /** The details of one rule's findings. */
  List<Map<String, String>> details(String rule) {
    return findings.stream()
        .filter(f -> f.problem().rule().equals(rule))
        .map(Finding::details)
        .toList();
  }

  /** How the figures compare with other sides'. */
  List<SideBySide> beside() {
    return beside;
  }

  /** Times that a rule was not run, by {@code rule why}. */
  Map<String, Integer> notRun() {
    return notRun;
  }

  boolean isIncomplete() {
    return incomplete;
  }
}
