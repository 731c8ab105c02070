package org.midex.report.baseline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.model.Comparison;
import org.midex.model.Comparison.By;
import org.midex.model.Result;
import org.midex.report.Masking;

/**
 * An earlier report, JSON or NDJSON, with which results are compared by rule, field, key and value.
 * NDJSON knows every finding; JSON knows how often each value was found. Findings that are waived
 * do not count, then nor now. Immutable once read.
 */
public final class Baseline {
  private final String name;
  private final Masking masking;
  private final Map<String, Map<Kind, Tally>> files;
  private final boolean several;

  private Baseline(
      String name, Masking masking, Map<String, Map<Kind, Tally>> files, boolean several) {
    this.name = name;
    this.masking = masking;
    this.files = files;
    this.several = several;
  }

  /**
   * Reads a report.
   *
   * @param masking fields whose values are left out of the comparison, because reports may hide
   *     them
   * @param several whether several files are to be compared, so that each must have its own name
   * @throws BaselineException when the file is no whole report
   */
  public static Baseline read(Path file, Masking masking, boolean several) throws IOException {
    return new Baseline(
        file.toString(), masking, new BaselineReader(file, masking).read(), several);
  }

  /** Hears the findings of one file, to be compared when its result is known. */
  public BaselineWatch watch() {
    return new BaselineWatch(masking);
  }

  /** The result with what is new, persisting and fixed. */
  public Result compared(Result result, BaselineWatch watch) {
    Map<Kind, Tally> then = find(result.file());
    Map<Kind, Tally> now = now(result, watch);
    Set<Kind> kinds = new HashSet<>(now.keySet());
    kinds.addAll(then == null ? Set.of() : then.keySet());
    List<Comparison.Group> groups = new ArrayList<>();
    for (Kind kind : kinds) {
      groups.add(group(kind, then == null ? null : then.get(kind), now.get(kind)));
    }
    groups.sort(
        Comparator.comparing(Comparison.Group::severity)
            .thenComparing(Comparator.comparingLong(Comparison.Group::fresh).reversed())
            .thenComparing(Comparison.Group::rule)
            .thenComparing(g -> String.valueOf(g.field())));
    return result.withJudgement(
        result.judgement().withBaseline(new Comparison(name, then != null, groups)));
  }

  /** The file of the same name, else of the same last name, else the only one. */
  private @Nullable Map<Kind, Tally> find(String file) {
    Map<Kind, Tally> same = files.get(file);
    if (same != null) {
      return same;
    }
    List<String> alike = files.keySet().stream().filter(f -> last(f).equals(last(file))).toList();
    if (alike.size() == 1) {
      return files.get(alike.get(0));
    }
    return files.size() == 1 && !several ? files.values().iterator().next() : null;
  }

  private static String last(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  private Map<Kind, Tally> now(Result result, BaselineWatch watch) {
    Map<Kind, Tally> now = new HashMap<>();
    for (Result.Group group : result.groups()) {
      Kind kind = Kind.of(group.problem());
      Tally tally = now.computeIfAbsent(kind, k -> new Tally(group.severity()));
      boolean hidden = masking.hides(group.problem().field());
      tally.addGroup(group.count(), hidden ? -1 : group.otherValues());
      if (!hidden) {
        group.values().forEach(v -> tally.addValue(v.value(), v.count()));
      }
    }
    now.forEach((kind, tally) -> tally.setFindings(watch.findings(kind)));
    return now;
  }

  private static Comparison.Group group(Kind kind, @Nullable Tally then, @Nullable Tally now) {
    if (now == null || then == null) {
      Tally only = now == null ? java.util.Objects.requireNonNull(then) : now;
      long fresh = now == null ? 0 : now.count();
      long fixed = then == null ? 0 : then.count();
      By by = only.findings() != null ? By.FINDINGS : only.valued() ? By.VALUES : By.COUNTS;
      return new Comparison.Group(kind.rule(), kind.field(), only.severity(), by, fresh, 0, fixed);
    }
    By by = Tally.comparableBy(then, now);
    long both = Tally.common(then, now, by);
    return new Comparison.Group(
        kind.rule(),
        kind.field(),
        now.severity(),
        by,
        now.count() - both,
        both,
        then.count() - both);
  }
}
