package org.midex.validation.internal.keys;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Rows in the order in which they came. */
final class RowLog {
  private final ChunkStore store;
  private final int seriesWidth;
  private final Deque<ChunkStore.Kept> full = new ArrayDeque<>();
  private final Runs runs;
  private long size;

  /** Sees rows one after the other. */
  interface Visitor {
    void row(KeyedRow row) throws IOException;
  }

  /**
   * @param seriesWidth numbers that rows of a series have in common
   */
  RowLog(ChunkStore store, int seriesWidth) {
    this.store = store;
    this.seriesWidth = seriesWidth;
    this.runs = new Runs(store.empty(), seriesWidth);
  }

  long size() {
    return size;
  }

  void add(KeyedRow row) throws IOException {
    if (!runs.add(row)) {
      full.add(store.keep(runs.finished()));
      runs.begin(store.empty());
      if (!runs.add(row)) {
        throw new IllegalStateException("a chunk is too small for a row");
      }
    }
    size++;
  }

  /** Shows all rows in order, and then keeps none. */
  void drain(KeyedRow cursor, Visitor visitor) throws IOException {
    while (!full.isEmpty()) {
      show(full.remove().take(), cursor, visitor);
    }
    long[] last = runs.finished();
    show(last, cursor, visitor);
    runs.begin(last);
    size = 0;
  }

  private void show(long[] chunk, KeyedRow cursor, Visitor visitor) throws IOException {
    Runs.Reader reader = new Runs.Reader(chunk, seriesWidth);
    while (reader.next(cursor)) {
      visitor.row(cursor);
    }
  }
}
