package org.midex.conformance.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.conformance.iut.Claims;
import org.midex.conformance.suite.Suite;
import org.midex.conformance.wording.Saying;

/**
 * What came of a run.
 *
 * @param results in the order of the vectors' paths
 * @param farewell what was wrong with the implementation's end; null when nothing was
 */
public record RunResult(
    Suite suite, Claims claims, List<VectorResult> results, @Nullable Saying farewell) {
  public RunResult {
    results = List.copyOf(results);
  }

  /** Whether the implementation conforms, in what was run of what it claims. */
  public boolean isSuccess() {
    return farewell == null && results.stream().allMatch(VectorResult::isFine);
  }

  /** Whether anything was run, so that success says something. */
  public boolean ranAnything() {
    return results.stream().anyMatch(result -> result.status() != Status.SKIP);
  }

  /** How many results there are of each kind. */
  public Map<Status, Integer> counts() {
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    for (Status status : Status.values()) {
      counts.put(status, 0);
    }
    results.forEach(result -> counts.merge(result.status(), 1, Integer::sum));
    return counts;
  }
}
