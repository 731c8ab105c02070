package org.midex.codec.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
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
  private int count;

  /**
   * @param bytes of a piece
   */
  Pieces(RowType type, SlidingBytes source, int bytes) {
    this.type = type;
    this.bytes = bytes;
    this.source = source;
  }

  /** Has scouts look at the pieces; returns how many count. */
  int scan(List<? extends RowScout> scouts, ExecutorService threads) throws IOException {
    count = 0;
    source.fill(bytes * scouts.size());
    if (source.end() - source.at() < bytes) {
      return 0; // not worth a thread
    }
    int made = split(scouts.size());
    byte[] all = source.bytes();
    int end = source.end();
    List<Future<?>> others = new ArrayList<>();
    for (int i = 1; i < made; i++) {
      Piece piece = pieces.get(i);
      RowScout scout = scouts.get(i);
      others.add(threads.submit(() -> piece.scan(all, end, scout)));
    }
    if (made > 0) {
      pieces.get(0).scan(all, end, scouts.get(0));
    }
    await(others);
    while (count < made && (count == 0 || pieces.get(count - 1).isWhole())) {
      count++;
    }
    if (count > 0 && pieces.get(0).rows() == 0) {
      count = 0;
    }
    return count;
  }

  private static void await(List<Future<?>> others) throws IOException {
    try {
      for (Future<?> other : others) {
        other.get();
      }
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

  int count() {
    return count;
  }

  Piece get(int i) {
    return pieces.get(i);
  }
}
