package org.midex.validation.internal.keys;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Rows in the order in which they came. */
final class RowLog {
  private static final long[] NOTHING = {};

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
    if (store.room().chunk() < 1 + seriesWidth + KeyedRow.WIDTH) {
      throw new IllegalArgumentException("chunks that hold no row");
    }
    this.store = store;
    this.seriesWidth = seriesWidth;
    this.runs = new Runs(NOTHING, seriesWidth);
  }

  long size() {
    return size;
  }

  /**
   * Adds rows of a series that stand side by side.
   *
   * @param before to be added to the numbers of their records
   */
  void add(KeyedRow first, int count, long before) throws IOException {
    if (size == 0) {
      runs.begin(store.empty());
    }
    int added = runs.add(first, 0, count, before);
    while (added < count) {
      full.add(store.keep(runs.finished()));
      runs.begin(store.empty());
      added += runs.add(first, added, count - added, before);
    }
    size += count;
  }

  /** Shows all rows in order, and then keeps none. */
  void drain(KeyedRow cursor, Visitor visitor) throws IOException {
    while (!full.isEmpty()) {
      show(full.remove().take(), cursor, visitor);
    }
    show(runs.finished(), cursor, visitor);
    runs.begin(NOTHING);
    size = 0;
  }

  private void show(long[] chunk, KeyedRow cursor, Visitor visitor) throws IOException {
    Runs.Reader reader = new Runs.Reader(chunk, seriesWidth);
    while (reader.next(cursor, 1) > 0) {
      visitor.row(cursor);
    }
  }
}
