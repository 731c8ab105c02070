package org.midex.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.midex.model.FindingSink;
import org.midex.model.Judgement;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.Result;
import org.midex.model.SideBySide;
import org.midex.model.Verdict;
import org.midex.model.Waiver;
import org.midex.schema.Catalogue;
import org.midex.schema.Severity;
import org.midex.validation.internal.GroupTally;
import org.midex.validation.internal.RowSet;
import org.midex.validation.internal.TextBudget;

/**
 * Counts findings by problem and keeps a few of each as samples. Counts are exact; what is kept is
 * bounded, so that memory does not grow with the number of findings. Not thread-safe.
 */
public final class FindingCollector implements FindingSink {
  /** Samples kept of each problem unless the caller says otherwise. */
  public static final int SAMPLES = 5;

  /** Distinct texts counted for each problem. */
  public static final int VALUES = 1_000;

  /**
   * Problems told apart; findings of further ones are counted by rule, under the field {@value
   * #SEVERAL}.
   */
  public static final int PROBLEMS = 10_000;

  /** Stands for the fields and parameters of problems that are counted together. */
  public static final String SEVERAL = "*";

  private static final int CHARACTERS = 4_000_000;

  /** Pages of row numbers: about 4 MB. */
  private static final int PAGES = 20_000;

  private final Catalogue catalogue;
  private final int samples;
  private final int problems;
  private final Map<Problem, GroupTally> groups = new HashMap<>();
  private final Map<String, GroupTally> merged = new HashMap<>();
  private final Map<String, Map<String, Long>> notRun = new LinkedHashMap<>();
  private final Map<Waiver, FindingCollector> waived = new LinkedHashMap<>();
  private final TextBudget budget;
  private final RowSet.Budget rows;
  private final List<SideBySide> beside = new ArrayList<>();
  private boolean incomplete;

  /**
   * @param catalogue says how grave each rule is
   */
  public FindingCollector(Catalogue catalogue) {
    this(catalogue, SAMPLES);
  }

  /**
   * @param samples findings kept of each problem; 0 or more
   */
  public FindingCollector(Catalogue catalogue, int samples) {
    this(catalogue, samples, PROBLEMS);
  }

  FindingCollector(Catalogue catalogue, int samples, int problems) {
    this(catalogue, samples, problems, new TextBudget(CHARACTERS), new RowSet.Budget(PAGES));
  }

  private FindingCollector(
      Catalogue catalogue, int samples, int problems, TextBudget budget, RowSet.Budget rows) {
    if (samples < 0) {
      throw new IllegalArgumentException("samples must be 0 or more, was " + samples);
    }
    this.catalogue = catalogue;
    this.samples = samples;
    this.problems = problems;
    this.budget = budget;
    this.rows = rows;
  }

  /**
   * @throws IllegalArgumentException when the catalogue has no such rule
   */
  @Override
  public void report(Problem problem, Occurrence occurrence) {
    GroupTally group = groups.get(problem);
    if (group == null) {
      group = newGroup(problem);
    }
    group.add(occurrence);
  }

  private GroupTally newGroup(Problem problem) {
    if (groups.size() < problems) {
      GroupTally group = tally(problem);
      groups.put(problem, group);
      return group;
    }
    return merged.computeIfAbsent(problem.rule(), rule -> tally(several(problem)));
  }

  private GroupTally tally(Problem problem) {
    Severity severity = catalogue.rule(problem.rule()).severity();
    return new GroupTally(problem, severity, samples, VALUES, budget, rows);
  }

  private static Problem several(Problem problem) {
    Map<String, String> parameters = new HashMap<>(problem.parameters());
    parameters.replaceAll((name, value) -> SEVERAL);
    return new Problem(problem.rule(), SEVERAL, parameters);
  }

  @Override
  public void waived(Problem problem, Occurrence occurrence, Waiver waiver) {
    waived
        .computeIfAbsent(
            waiver, w -> new FindingCollector(catalogue, samples, problems, budget, rows))
        .report(problem, occurrence);
  }

  @Override
  public void notRun(String rule, String why) {
    notRun(rule, why, 1);
  }

  @Override
  public void notRun(String rule, String why, long rows) {
    notRun.computeIfAbsent(rule, r -> new LinkedHashMap<>()).merge(why, rows, Long::sum);
  }

  @Override
  public void beside(SideBySide comparison) {
    beside.add(comparison);
  }

  @Override
  public void incomplete() {
    incomplete = true;
  }

  /** What the findings so far say of the message. */
  public Verdict verdict() {
    if (counts().getOrDefault(Severity.ERROR, 0L) > 0) {
      return Verdict.NOT_CONFORMANT;
    }
    return incomplete ? Verdict.INCOMPLETE : Verdict.CONFORMANT;
  }

  /** Findings by severity; a severity without any may be absent. */
  public Map<Severity, Long> counts() {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    groups.values().forEach(g -> counts.merge(g.severity(), g.count(), Long::sum));
    merged.values().forEach(g -> counts.merge(g.severity(), g.count(), Long::sum));
    return counts;
  }

  /** Findings by problem: gravest first, then the most frequent, then by rule and field. */
  public List<Result.Group> groups() {
    return Stream.concat(groups.values().stream(), merged.values().stream())
        .map(GroupTally::toGroup)
        .sorted(
            Comparator.comparing(Result.Group::severity)
                .thenComparing(Comparator.comparingLong(Result.Group::count).reversed())
                .thenComparing(g -> g.problem().rule())
                .thenComparing(g -> String.valueOf(g.problem().field()))
                .thenComparing(g -> new TreeMap<>(g.problem().parameters()).toString()))
        .toList();
  }

  /** How the figures compare with other sides', in the order of the comparisons. */
  public List<SideBySide> beside() {
    return List.copyOf(beside);
  }

  /** What waivers cover, in the order of the rule set; not among the counts and groups. */
  public List<Judgement.Waived> waived() {
    return waived.entrySet().stream()
        .map(e -> new Judgement.Waived(e.getKey(), e.getValue().groups()))
        .sorted(Comparator.comparingInt(w -> w.waiver().number()))
        .toList();
  }

  /** Rules that could not be run on some rows, by rule and reason. */
  public List<Result.NotRun> notRun() {
    return notRun.entrySet().stream()
        .flatMap(
            rule ->
                rule.getValue().entrySet().stream()
                    .map(why -> new Result.NotRun(rule.getKey(), why.getValue(), why.getKey())))
        .sorted(Comparator.comparing(Result.NotRun::rule).thenComparing(Result.NotRun::why))
        .toList();
  }
}
