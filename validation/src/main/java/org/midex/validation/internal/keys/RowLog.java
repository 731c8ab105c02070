package org.midex.validation.internal.keys;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Rows in the order in which they came. */
final class RowLog {
  private final ChunkStore store;
  private final int width;
  private final int end;
  private final Deque<ChunkStore.Kept> full = new ArrayDeque<>();
  private long[] chunk;
  private int at;
  private long size;

  /** Sees rows one after the other. */
  interface Visitor {
    void row(KeyedRow row) throws IOException;
  }

  /**
   * @param width numbers of a row
   */
  RowLog(ChunkStore store, int width) {
    this.store = store;
    this.width = width;
    this.end = store.room().chunk() / width * width;
    this.chunk = store.empty();
  }

  long size() {
    return size;
  }

  void add(KeyedRow row) throws IOException {
    if (at == end) {
      full.add(store.keep(chunk));
      chunk = store.empty();
      at = 0;
    }
    row.copyTo(chunk, at);
    at += width;
    size++;
  }

  /** Shows all rows in order, and then keeps none. */
  void drain(KeyedRow cursor, Visitor visitor) throws IOException {
    while (!full.isEmpty()) {
      show(full.remove().take(), end, cursor, visitor);
    }
    show(chunk, at, cursor, visitor);
    at = 0;
    size = 0;
  }

  private void show(long[] rows, int to, KeyedRow cursor, Visitor visitor) throws IOException {
    for (int row = 0; row < to; row += width) {
      cursor.moveTo(rows, row);
      visitor.row(cursor);
    }
  }
}
