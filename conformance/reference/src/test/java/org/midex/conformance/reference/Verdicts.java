package org.midex.conformance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.midex.conformance.iut.InProcess;
import org.midex.conformance.iut.Launcher;
import org.midex.conformance.iut.MisbehaviourException;
import org.midex.conformance.run.Status;
import org.midex.conformance.run.Trials;
import org.midex.conformance.suite.Suite;
import org.midex.conformance.suite.TemporaryFolder;
import org.midex.conformance.suite.Vector;

/** Tries single vectors of the suite on implementations. */
final class Verdicts {
  private static final ReferenceImplementation REFERENCE = new ReferenceImplementation();
  private static final Launcher JUDGE = () -> new InProcess(REFERENCE::answer);

  /** What an implementation that is broken there comes to. */
  private static final Set<Status> CAUGHT = Set.of(Status.FAIL, Status.ERROR);

  private final Suite suite;

  private Verdicts(Suite suite) {
    this.suite = suite;
  }

  static Verdicts ofTheSuite() throws IOException {
    return new Verdicts(Suite.of(Path.of("../vectors/1.0")));
  }

  /**
   * The vectors of some by which an implementation is not caught; none when it is caught as it is
   * greeted or leaves.
   */
  List<String> blind(List<String> ids, Launcher implementation, Duration limit)
      throws IOException, InterruptedException {
    List<Vector> vectors = suite.vectors().stream().filter(v -> ids.contains(v.id())).toList();
    assertThat(vectors).extracting(Vector::id).containsExactlyInAnyOrderElementsOf(ids);
    List<String> blind = new ArrayList<>();
    try (TemporaryFolder work = TemporaryFolder.create();
        Trials trials = new Trials(suite, implementation, JUDGE, limit, work.path())) {
      for (Vector vector : vectors) {
        if (!CAUGHT.contains(trials.run(vector).status())) {
          blind.add(vector.id());
        }
      }
      return trials.leave() == null ? blind : List.of();
    } catch (MisbehaviourException e) {
      return List.of();
    }
  }
}
