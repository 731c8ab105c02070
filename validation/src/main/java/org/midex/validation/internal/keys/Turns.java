package org.midex.validation.internal.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.SideBySide;

/**
 * Tells findings of several threads in the order of the parts in which they were made. A thread
 * whose turn has not come keeps a few, and then waits.
 */
public final class Turns {
  /** Findings that a thread keeps. */
  private static final int MOST = 1_000;

  private final FindingSink told;
  private final List<Worker> workers = new ArrayList<>();
  private int turn;
  private boolean stopped;

  /**
   * @param told hears of all findings, from one thread at a time
   */
  public Turns(FindingSink told, int count) {
    this.told = told;
    for (int i = 0; i < count; i++) {
      workers.add(new Worker());
    }
  }

  /** Where a thread tells what it finds. */
  public FindingSink sink(int worker) {
    return workers.get(worker);
  }

  void begin(int worker, int part) {
    workers.get(worker).part = part;
  }

  /** Another thread has failed, so that there is nothing more to do. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Tells what is left of a part, when its turn comes. */
  void end(int worker) {
    Worker one = workers.get(worker);
    await(one);
    synchronized (this) {
      turn++;
      notifyAll();
    }
  }

  private void await(Worker worker) {
    synchronized (this) {
      while (turn != worker.part && !stopped) {
        try {
          wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          stopped = true;
        }
      }
      if (stopped) {
        throw new StoppedException();
      }
    }
    worker.tell();
  }

  /** Lets nobody wait any longer. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  private synchronized boolean isTurnOf(Worker worker) {
    return turn == worker.part;
  }

  /** Does what is told, when the turn comes. */
  private final class Worker implements FindingSink {
    private final List<Runnable> kept = new ArrayList<>();
    private int part = -1;

    private void add(Runnable telling) {
      kept.add(telling);
      if (isTurnOf(this)) {
        tell();
      } else if (kept.size() >= MOST) {
        await(this);
      }
    }

    private void tell() {
      kept.forEach(Runnable::run);
      kept.clear();
    }

    @Override
    public void report(Problem problem, Occurrence occurrence) {
      Occurrence copy = new Copy(occurrence);
      add(() -> told.report(problem, copy));
    }

    @Override
    public void notRun(String rule, String why) {
      add(() -> told.notRun(rule, why));
    }

    @Override
    public void beside(SideBySide comparison) {
      add(() -> told.beside(comparison));
    }

    @Override
    public void incomplete() {
      add(told::incomplete);
    }
  }

  /** An occurrence that no longer asks the check that made it. */
  private record Copy(
      long record,
      @Nullable String value,
      @Nullable String suggestion,
      Map<String, String> details,
      @Nullable String key,
      Location location)
      implements Occurrence {
    Copy(Occurrence one) {
      this(one.record(), one.value(), one.suggestion(), one.details(), one.key(), one.location());
    }
  }
}
