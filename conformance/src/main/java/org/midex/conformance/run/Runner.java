package org.midex.conformance.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.conformance.iut.Claims;
import org.midex.conformance.iut.Launcher;
import org.midex.conformance.iut.MisbehaviourException;
import org.midex.conformance.iut.Session;
import org.midex.conformance.suite.Suite;
import org.midex.conformance.suite.Vector;

/**
 * Runs the suite on an implementation.
 *
 * @param implementation under test
 * @param judge a second implementation, which reads what the first one makes
 * @param limit how long an answer may take
 * @param jobs how many of it run side by side
 */
public record Runner(
    Suite suite, Launcher implementation, Launcher judge, Duration limit, int jobs) {
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
    Claims claims;
    Claims others;
    @Nullable String farewell;
    try (Session first = session(implementation);
        Session second = session(judge)) {
      claims = first.claims();
      farewell = first.leave();
      others = second.claims();
    }
    AtomicInteger next = new AtomicInteger();
    Work work =
        (session, second, folder) -> {
          List<VectorResult> results = new ArrayList<>();
          for (int i = next.getAndIncrement(); i < vectors.size(); i = next.getAndIncrement()) {
            VectorResult result = run(vectors.get(i), claims, others, session, second, folder);
            progress.accept(result);
            results.add(result);
          }
          return results;
        };
    List<VectorResult> results = new ArrayList<>(inParallel(work));
    results.sort(Comparator.comparing(result -> result.vector().path()));
    suite.requireUnchanged();
    return new RunResult(suite, claims, results, farewell);
  }

  private Session session(Launcher launcher) {
    return new Session(launcher, Suite.VERSION, suite.digest(), limit);
  }

  private interface Work {
    List<VectorResult> run(Session session, Session judge, Path folder)
        throws IOException, InterruptedException;
  }

  private List<VectorResult> inParallel(Work work) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(jobs);
    Path folder = Files.createTempDirectory("midex-conformance");
    try {
      List<Future<List<VectorResult>>> futures = new ArrayList<>();
      for (int i = 0; i < jobs; i++) {
        Path own = Files.createDirectory(folder.resolve(String.valueOf(i)));
        futures.add(
            threads.submit(
                () -> {
                  try (Session session = session(implementation);
                      Session second = session(judge)) {
                    return work.run(session, second, own);
                  }
                }));
      }
      List<VectorResult> all = new ArrayList<>();
      for (Future<List<VectorResult>> future : futures) {
        all.addAll(future.get());
      }
      return all;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
      delete(folder);
    }
  }

  private VectorResult run(
      Vector vector, Claims claims, Claims others, Session session, Session second, Path folder)
      throws IOException, InterruptedException {
    String reason = claims.whyNot(vector);
    if (reason == null && !vector.askedOfSecond().isEmpty()) {
      reason = others.whyNotSecond(vector);
    }
    if (reason != null) {
      return new VectorResult(vector, Status.SKIP, List.of(reason), Duration.ZERO);
    }
    long start = System.nanoTime();
    Path work = Files.createDirectory(folder.resolve(vector.id()));
    Trial trial = new Trial(new Paths(suite.root(), vector.folder(), work), session, second);
    trial.run(vector.steps());
    delete(work);
    return new VectorResult(
        vector, trial.status(), trial.problems(), Duration.ofNanos(System.nanoTime() - start));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.deleteIfExists(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
