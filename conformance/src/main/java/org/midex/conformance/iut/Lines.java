package org.midex.conformance.iut;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, read by a thread of its own. Takes in no more than is asked for. */
final class Lines {
  private static final int LONGEST = 1 << 20;
  private static final int AHEAD = 4;

  private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>(AHEAD);

  /**
   * A line.
   *
   * @param text null behind the last line, and for one that is too long
   */
  record Line(@Nullable String text, boolean tooLong) {}

  Lines(InputStream in) {
    Thread thread = new Thread(() -> read(new BufferedInputStream(in)), "answers");
    thread.setDaemon(true);
    thread.start();
  }

  private void read(InputStream in) {
    try {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          lines.put(new Line(line.toString(StandardCharsets.UTF_8), false));
          line.reset();
        } else if (line.size() == LONGEST) {
          lines.put(new Line(null, true));
          return;
        } else {
          line.write(next);
        }
      }
      lines.put(new Line(null, false));
    } catch (IOException e) {
      lines.offer(new Line(null, false));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next line; null when there is none in time. */
  @Nullable Line next(Duration limit) throws InterruptedException {
    return lines.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
  }
}
