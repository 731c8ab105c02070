package org.midex.validation.internal.keys;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Judges parts on several threads, as many at a time. Each has a table and checks of its own; what
 * they find is told part after part, as if there were one thread.
 */
public final class ParallelJudging {
  private final Workers workers;
  private final Turns turns;
  private final Checks checks;
  private int taken;

  /** Makes checks. */
  public interface Checks {
    /**
     * Adds all checks on what is alike.
     *
     * @param worker number of the thread, from 0; what it finds goes to {@link Turns#sink}
     * @return what hears of duplicates
     */
    KeyedRows.Duplicates addTo(Bench bench, int worker);
  }

  /**
   * @param turns of as many as there are workers
   */
  public ParallelJudging(Workers workers, Turns turns, Checks checks) {
    this.workers = workers;
    this.turns = turns;
    this.checks = checks;
  }

  void judge(KeyedRows rows) throws IOException {
    List<Future<?>> others = new ArrayList<>();
    for (int worker = 1; worker < workers.count(); worker++) {
      int number = worker;
      others.add(
          workers
              .helpers()
              .submit(
                  () -> {
                    work(number, rows);
                    return null;
                  }));
    }
    Throwable failure = null;
    try {
      work(0, rows);
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
    for (Future<?> other : others) {
      Throwable its = failureOf(other);
      failure = failure == null || failure instanceof Turns.StoppedException ? its : failure;
    }
    rethrow(failure);
  }

  private static @Nullable Throwable failureOf(Future<?> other) {
    try {
      other.get();
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new IOException("judging was interrupted", e);
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }

  private void work(int worker, KeyedRows rows) throws IOException {
    boolean done = false;
    try {
      Bench bench = rows.anotherBench();
      KeyedRows.Duplicates duplicates = checks.addTo(bench, worker);
      bench.alike().keepVarying(rows.differences());
      for (RowLog part = take(worker, rows); part != null; part = take(worker, rows)) {
        rows.judgeAlike(part, bench, duplicates);
        turns.end(worker);
      }
      done = true;
    } finally {
      if (!done) {
        turns.stop();
      }
    }
  }

  private synchronized @Nullable RowLog take(int worker, KeyedRows rows) throws IOException {
    RowLog part = rows.takePart();
    if (part != null) {
      turns.begin(worker, taken++);
    }
    return part;
  }

  private static void rethrow(@Nullable Throwable cause) throws IOException {
    if (cause instanceof IOException failure) {
      throw failure;
    }
    if (cause instanceof RuntimeException failure) {
      throw failure;
    }
    if (cause instanceof Error failure) {
      throw failure;
    }
    if (cause != null) {
      throw new IOException(cause);
    }
  }
}
