package org.midex.validation.internal.keys;

import java.io.Closeable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that help the calling one while a message is judged. None is started before its work. */
public final class Workers implements Closeable {
  private final int count;
  private final ExecutorService helpers;

  /**
   * @param count of threads, of which the calling one is the first
   */
  public Workers(int count) {
    this.count = count;
    this.helpers =
        Executors.newFixedThreadPool(
            Math.max(1, count - 1),
            work -> {
              Thread thread = new Thread(work, "midex-helper");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** All of them, with the calling one. */
  public int count() {
    return count;
  }

  /** Runs what is not for the calling thread. */
  public ExecutorService helpers() {
    return helpers;
  }

  @Override
  public void close() {
    helpers.shutdownNow();
  }
}
