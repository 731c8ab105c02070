package org.midex.conformance.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.midex.conformance.iut.Claims;
import org.midex.conformance.iut.Launcher;
import org.midex.conformance.iut.MisbehaviourException;
import org.midex.conformance.suite.Suite;
import org.midex.conformance.suite.Vector;
import org.midex.conformance.wording.Saying;

/**
 * Runs the suite on an implementation.
 *
 * @param implementation under test
 * @param judge a second implementation, which reads what the first one makes
 * @param limit how long an answer may take
 * @param work a folder for what implementations write
 * @param jobs how many of it run side by side
 */
public record Runner(
    Suite suite, Launcher implementation, Launcher judge, Duration limit, Path work, int jobs) {
  private static final int LEAVING = 10;

  /** What one of those that run side by side came to. */
  private record Share(Claims claims, List<VectorResult> results, @Nullable Saying farewell) {}

  /**
   * Runs the vectors that are chosen; those that are not for this implementation are skipped.
   *
   * @param progress told each result as it is there, by several threads
   * @throws IOException when the implementation cannot be started
   * @throws MisbehaviourException when it does not answer hello
   */
  public RunResult run(Predicate<Vector> chosen, Consumer<VectorResult> progress)
      throws IOException, MisbehaviourException, InterruptedException {
    List<Vector> vectors = suite.vectors().stream().filter(chosen).toList();
    AtomicInteger next = new AtomicInteger();
    List<Share> shares = inParallel(() -> share(vectors, next, progress));
    List<VectorResult> results = new ArrayList<>();
    @Nullable Saying farewell = null;
    for (Share share : shares) {
      results.addAll(share.results);
      farewell = farewell == null ? share.farewell : farewell;
    }
    results.sort(Comparator.comparing(result -> result.vector().path()));
    suite.requireUnchanged();
    return new RunResult(suite, shares.get(0).claims, results, farewell);
  }

  private Share share(List<Vector> vectors, AtomicInteger next, Consumer<VectorResult> progress)
      throws IOException, MisbehaviourException, InterruptedException {
    try (Trials trials = new Trials(suite, implementation, judge, limit, work)) {
      List<VectorResult> results = new ArrayList<>();
      for (int i = next.getAndIncrement(); i < vectors.size(); i = next.getAndIncrement()) {
        VectorResult result = trials.run(vectors.get(i));
        progress.accept(result);
        results.add(result);
      }
      return new Share(trials.claims(), results, trials.leave());
    }
  }

  private interface Work {
    Share run() throws IOException, MisbehaviourException, InterruptedException;
  }

  private List<Share> inParallel(Work work)
      throws IOException, MisbehaviourException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<Share>> futures = new ArrayList<>();
      for (int i = 0; i < jobs; i++) {
        futures.add(threads.submit(work::run));
      }
      List<Share> shares = new ArrayList<>();
      for (Future<Share> future : futures) {
        shares.add(future.get());
      }
      return shares;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      if (e.getCause() instanceof MisbehaviourException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
      threads.awaitTermination(LEAVING, TimeUnit.SECONDS);
    }
  }
}
