package org.midex.conformance.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.midex.conformance.suite.Vector;

/**
 * What came of a vector.
 *
 * @param problems what was expected and what was found instead, or why it was skipped; what is
 *     longer than anybody reads is cut
 */
public record VectorResult(Vector vector, Status status, List<String> problems, Duration time) {
  private static final int MOST = 100;
  private static final int LONGEST = 4_000;

  public VectorResult {
    problems = problems.stream().limit(MOST).map(VectorResult::shortened).toList();
  }

  private static String shortened(String problem) {
    return problem.length() <= LONGEST ? problem : problem.substring(0, LONGEST) + "…";
  }

  /** Whether a run with it can be a success: what the standard only recommends does not fail it. */
  public boolean isFine() {
    return status.isFine() || (!vector.must() && status == Status.FAIL);
  }

  VectorResult with(Status other, String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(problems);
    return new VectorResult(vector, other, all, time);
  }
}
