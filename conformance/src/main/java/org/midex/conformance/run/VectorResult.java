package org.midex.conformance.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.midex.conformance.suite.Vector;
import org.midex.conformance.wording.Saying;
import org.midex.conformance.wording.Wording;

/**
 * What came of a vector.
 *
 * @param problems what was expected and what was found instead, or why it was skipped; more than
 *     anybody reads are left out
 */
public record VectorResult(Vector vector, Status status, List<Saying> problems, Duration time) {
  private static final int MOST = 100;

  public VectorResult {
    problems = problems.stream().limit(MOST).toList();
  }

  /** The problems in a language. */
  public List<String> problems(Wording wording) {
    return problems.stream().map(one -> one.in(wording)).toList();
  }

  /** Whether a run with it can be a success: what the standard only recommends does not fail it. */
  public boolean isFine() {
    return status.isFine() || (!vector.must() && status == Status.FAIL);
  }

  VectorResult with(Status other, Saying more) {
    List<Saying> all = new ArrayList<>(List.of(more));
    all.addAll(problems);
    return new VectorResult(vector, other, all, time);
  }
}
