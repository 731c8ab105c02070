package org.midex.codec.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.midex.model.RowScout;
import org.midex.schema.RowType;
import org.midex.schema.internal.Words;

/**
 * The bytes that are in memory, in pieces that begin where a row does, each for a thread. Should
 * what looks like a row's beginning stand in a comment, the piece before it ends early, so that
 * nothing after it counts.
 */
final class Pieces {
  private static final int ROW_LENGTH = 4;
  private static final long ROW = Ascii.word("<Obs");

  private final RowType type;
  private final SlidingBytes source;
  private final int bytes;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<FutureTask<?>> tasks = new ArrayList<>();
  private volatile boolean stopped;

  /**
   * @param bytes of a piece
   */
  Pieces(RowType type, SlidingBytes source, int bytes) {
    this.type = type;
    this.bytes = bytes;
    this.source = source;
  }

  /** Lets scouts look at the pieces. */
  void begin(List<? extends RowScout> scouts, Executor threads) throws IOException {
    source.fill(bytes * scouts.size());
    if (source.end() - source.at() < bytes) {
      return; // not worth a thread
    }
    int made = split(scouts.size());
    byte[] all = source.bytes();
    int end = source.end();
    for (int i = 0; i < made; i++) {
      Piece piece = pieces.get(i);
      RowScout scout = scouts.get(i);
      tasks.add(new FutureTask<>(() -> scan(piece, all, end, scout), null));
    }
    tasks.stream().skip(1).forEach(threads::execute);
  }

  private void scan(Piece piece, byte[] all, int end, RowScout scout) {
    if (!stopped) {
      piece.scan(all, end, scout);
    }
  }

  /**
   * Waits for a piece, and meanwhile works at others.
   *
   * @return whether it counts: those before it are whole, and the first one has rows
   */
  boolean await(int number) throws IOException {
    if (number == tasks.size() || (number > 0 && !pieces.get(number - 1).isWhole())) {
      return false;
    }
    FutureTask<?> wanted = tasks.get(number);
    for (int i = number; i < tasks.size() && !wanted.isDone(); i++) {
      tasks.get(i).run(); // does nothing where another thread has begun
    }
    await(wanted);
    return number > 0 || pieces.get(0).rows() > 0;
  }

  private static void await(FutureTask<?> task) throws IOException {
    try {
      task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("reading was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Waits until no thread looks at the bytes any longer. */
  void end() throws IOException {
    stopped = true;
    try {
      for (FutureTask<?> task : tasks) {
        task.run();
      }
      for (FutureTask<?> task : tasks) {
        await(task);
      }
    } finally {
      tasks.clear();
      stopped = false;
    }
  }

  /** Cuts what is in memory, but for the last row, which may not be there to its end. */
  private int split(int most) {
    int start = source.at();
    int last = lastRow(start);
    int made = 0;
    int from = start;
    while (made < most && from < last) {
      int share = start + (int) ((long) (last - start) * (made + 1) / most);
      int to = made == most - 1 ? last : Math.min(last, nextRow(Math.max(share, from + 1), last));
      if (made == pieces.size()) {
        pieces.add(new Piece(type));
      }
      pieces.get(made++).setRange(from, to);
      from = to;
    }
    return made;
  }

  private int lastRow(int start) {
    for (int at = source.end() - ROW_LENGTH; at > start; at--) {
      if (isRow(at)) {
        return at;
      }
    }
    return start;
  }

  private int nextRow(int from, int last) {
    int at = from;
    while (at < last && !isRow(at)) {
      at++;
    }
    return at;
  }

  private boolean isRow(int at) {
    return Words.at(source.bytes(), at, ROW_LENGTH) == ROW;
  }

  Piece get(int i) {
    return pieces.get(i);
  }
}
