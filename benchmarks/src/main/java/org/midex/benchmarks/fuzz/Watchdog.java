package org.midex.benchmarks.fuzz;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Barks when what it watches takes longer than any document can. */
final class Watchdog {
  private static final long LONGEST_SECONDS = 60;

  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private Watchdog() {}

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "watchdog");
              thread.setDaemon(true);
              return thread;
            });
    clock.setRemoveOnCancelPolicy(true); // an alarm holds on to its document
    return clock;
  }

  /** Does something; {@code bark} is called while it still does when its time is over. */
  static <T> T watch(Callable<T> work, Runnable bark) throws Exception {
    ScheduledFuture<?> alarm = CLOCK.schedule(bark, LONGEST_SECONDS, TimeUnit.SECONDS);
    try {
      return work.call();
    } finally {
      alarm.cancel(false);
    }
  }
}
