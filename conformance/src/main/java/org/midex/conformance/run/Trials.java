package org.midex.conformance.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.conformance.iut.Claims;
import org.midex.conformance.iut.Launcher;
import org.midex.conformance.iut.MisbehaviourException;
import org.midex.conformance.iut.Session;
import org.midex.conformance.suite.Suite;
import org.midex.conformance.suite.TemporaryFolder;
import org.midex.conformance.suite.Vector;
import org.midex.conformance.wording.Saying;

/** Tries vectors on one implementation, one after the other. For one thread. */
public final class Trials implements Closeable {
  private final Suite suite;
  private final Session implementation;
  private final Session second;
  private final Claims claims;
  private final Claims others;
  private final TemporaryFolder work;

  /**
   * Starts the implementations.
   *
   * @param judge the second implementation, which reads what the first one makes
   * @param limit how long an answer may take
   * @param work a folder, in which it makes one of its own for what they write
   * @throws IOException when one cannot be started
   * @throws MisbehaviourException when one does not answer hello
   */
  public Trials(Suite suite, Launcher implementation, Launcher judge, Duration limit, Path work)
      throws IOException, MisbehaviourException, InterruptedException {
    this.suite = suite;
    this.implementation = new Session(implementation, Suite.VERSION, suite.digest(), limit);
    this.second = new Session(judge, Suite.VERSION, suite.digest(), limit);
    this.work = TemporaryFolder.in(work);
    boolean begun = false;
    try {
      claims = this.implementation.claims();
      others = second.claims();
      begun = true;
    } finally {
      if (!begun) {
        close();
      }
    }
  }

  /** What the implementation claims. */
  public Claims claims() {
    return claims;
  }

  /**
   * Tries a vector. Whatever the implementation does is in the result.
   *
   * @throws IOException when a file cannot be read or written, or it cannot be started again
   */
  public VectorResult run(Vector vector) throws IOException, InterruptedException {
    Saying reason = claims.whyNot(vector);
    if (reason == null && !vector.askedOfSecond().isEmpty()) {
      reason = others.whyNotSecond(vector);
    }
    if (reason != null) {
      return new VectorResult(vector, Status.SKIP, List.of(reason), Duration.ZERO);
    }
    long start = System.nanoTime();
    TemporaryFolder own = work.inside(vector.id());
    try {
      Paths paths = new Paths(suite.root(), suite.folder(vector), own.path());
      Trial trial = new Trial(paths, implementation, second);
      trial.run(vector.steps());
      return new VectorResult(
          vector, trial.status(), trial.problems(), Duration.ofNanos(System.nanoTime() - start));
    } finally {
      own.empty();
    }
  }

  /**
   * Says goodbye to the implementation.
   *
   * @return what was wrong with its end; null when nothing was
   */
  public @Nullable Saying leave() throws InterruptedException {
    return implementation.leave();
  }

  @Override
  public void close() throws IOException {
    implementation.close();
    second.close();
    work.close();
  }
}
