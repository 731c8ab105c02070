package org.midex.conformance.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.midex.conformance.run.RunResult;
import org.midex.conformance.run.Status;
import org.midex.conformance.run.VectorResult;
import org.midex.conformance.wording.Wording;

/** How many results of each kind a group has. */
record Tally(List<VectorResult> results) {
  Tally {
    results = List.copyOf(results);
  }

  static Map<String, Tally> by(Function<VectorResult, String> group, RunResult run) {
    Map<String, List<VectorResult>> groups = new LinkedHashMap<>();
    for (VectorResult result : run.results()) {
      groups.computeIfAbsent(group.apply(result), name -> new ArrayList<>()).add(result);
    }
    Map<String, Tally> tallies = new LinkedHashMap<>();
    groups.forEach((name, results) -> tallies.put(name, new Tally(results)));
    return tallies;
  }

  int count(Status status) {
    return counts().getOrDefault(status, 0);
  }

  private Map<Status, Integer> counts() {
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    results.forEach(result -> counts.merge(result.status(), 1, Integer::sum));
    return counts;
  }

  int run() {
    return results.size() - count(Status.SKIP);
  }

  double seconds() {
    return results.stream().mapToDouble(result -> result.time().toMillis() / 1e3).sum();
  }

  /** In one word. */
  Word word() {
    if (run() == 0) {
      return Word.UNCLAIMED;
    }
    return results.stream().allMatch(VectorResult::isFine) ? Word.PASSED : Word.FAILED;
  }

  /** What a group comes to. */
  enum Word {
    UNCLAIMED,
    PASSED,
    FAILED;

    static Word of(RunResult run) {
      return !run.isSuccess() ? FAILED : run.ranAnything() ? PASSED : UNCLAIMED;
    }

    String in(Wording wording) {
      return wording.text("conformance.group." + name());
    }
  }
}
