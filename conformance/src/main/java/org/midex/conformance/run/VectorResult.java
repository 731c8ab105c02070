package org.midex.conformance.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.midex.conformance.suite.Vector;

/**
 * What came of a vector.
 *
 * @param problems what was expected and what was found instead; or why it was skipped
 */
public record VectorResult(Vector vector, Status status, List<String> problems, Duration time) {
  public VectorResult {
    problems = List.copyOf(problems);
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
