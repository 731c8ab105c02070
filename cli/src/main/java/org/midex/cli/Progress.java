package org.midex.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.midex.Source;
import org.midex.report.wording.Columns;
import org.midex.report.wording.Figures;
import org.midex.schema.Texts;

/**
 * Says on a terminal how far a run is, in one line that is written over: {@code [####--] 412/508 MB
 * · 3 004 problems · 00:31}. Silent in the first moments, so that small files leave no trace.
 */
final class Progress implements AutoCloseable {
  private static final long FIRST = 500;
  private static final long EVERY = 200;
  private static final int BAR = 10;
  private static final long MEGA = 1_000_000;

  private final PrintWriter err;
  private final Texts texts;
  private final boolean shown;
  private final LongSupplier clock;
  private long start;
  private long next;
  private long total;
  private int columns;

  /**
   * @param shown whether anybody watches
   * @param clock milliseconds
   */
  Progress(PrintWriter err, Texts texts, boolean shown, LongSupplier clock) {
    this.err = err;
    this.texts = texts;
    this.shown = shown;
    this.clock = clock;
  }

  /** Of a run: shown on a terminal unless it is to be quiet. */
  static Progress of(Main main, PrintWriter err) {
    boolean shown = main.surroundings().terminal() && !main.quiet();
    return new Progress(err, main.texts(), shown, () -> System.nanoTime() / 1_000_000);
  }

  /** Starts with another file and watches it. */
  Watch begin(Source source) throws IOException {
    begin(source.size());
    return new Watch(source, this);
  }

  /**
   * Starts with another file.
   *
   * @param bytes its size, or 0 when not known
   */
  void begin(long bytes) {
    close();
    total = bytes;
    start = clock.getAsLong();
    next = start + FIRST;
  }

  /** Tells how much was read and found so far; cheap enough to be called often. */
  void at(long bytes, long problems) {
    if (!shown) {
      return;
    }
    long now = clock.getAsLong();
    if (now >= next) {
      next = now + EVERY;
      overwrite(line(bytes, problems, (now - start) / 1_000));
    }
  }

  private String line(long bytes, long problems, long seconds) {
    String found = texts.ui("progress.problems", Map.of("n", Figures.of(problems)));
    String time = String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60);
    return bar(bytes)
        + Figures.of(bytes / MEGA)
        + (total > 0 ? "/" + Figures.of(total / MEGA) : "")
        + " MB · "
        + found
        + " · "
        + time;
  }

  private String bar(long bytes) {
    if (total <= 0) {
      return "";
    }
    int done = (int) Math.min(BAR, bytes * BAR / total);
    return "[" + "#".repeat(done) + "-".repeat(BAR - done) + "] ";
  }

  private void overwrite(String line) {
    int width = Columns.of(line);
    err.print("\r" + line + " ".repeat(Math.max(0, columns - width)));
    err.flush();
    columns = width;
  }

  /** Removes the line. */
  @Override
  public void close() {
    if (columns > 0) {
      overwrite("");
      err.print("\r");
      err.flush();
      columns = 0;
    }
  }
}
