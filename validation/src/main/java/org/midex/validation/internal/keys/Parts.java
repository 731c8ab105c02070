package org.midex.validation.internal.keys;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows in parts that are each small enough for a table in the processor's cache: one part at first,
 * 64 when it grows too large, and again 64 of one that is still too large. Rows that share a number
 * are in the same part, which does not depend on the run or on memory.
 */
final class Parts {
  private static final int BITS = 6;
  private static final int DEEPEST = 3;

  private final ChunkStore store;
  private final Room room;
  private final int seriesWidth;
  private final Sharing sharing;
  private final int level;
  private RowLog rows;
  private @Nullable List<Parts> parts;

  /** Those that are still to be taken. */
  private @Nullable Deque<Parts> left;

  /** Where the latest row went, and what its series is. */
  private @Nullable RowLog latest;

  private long latestHi;
  private long latestLo;

  /** What rows share that have to be in the same part. */
  interface Sharing {
    long number(KeyedRow row);
  }

  Parts(ChunkStore store, int seriesWidth, Sharing sharing) {
    this(store, seriesWidth, sharing, 0);
  }

  private Parts(ChunkStore store, int seriesWidth, Sharing sharing, int level) {
    this.store = store;
    this.room = store.room();
    this.seriesWidth = seriesWidth;
    this.sharing = sharing;
    this.level = level;
    this.rows = new RowLog(store, seriesWidth);
  }

  /** Whether all rows are in one part. */
  boolean isWhole() {
    return parts == null;
  }

  /**
   * Adds rows of a series that stand side by side.
   *
   * @param before to be added to the numbers of their records
   */
  void add(KeyedRow first, int count, long before, KeyedRow cursor) throws IOException {
    if (parts != null) {
      part(parts, first).add(first, count, before);
    } else {
      rows.add(first, count, before);
      if (rows.size() > room.whole()) {
        parts = split(cursor);
      }
    }
  }

  /** The part for a row, most often the one for the row before. */
  private RowLog part(List<Parts> all, KeyedRow row) {
    RowLog known = latest;
    if (known == null || !row.isOfSeries(latestHi, latestLo)) {
      long number = Mixing.mix(sharing.number(row));
      int part = (int) (number >>> (Long.SIZE - BITS * (level + 1))) & ((1 << BITS) - 1);
      known = all.get(part).rows;
      latest = known;
      latestHi = row.hi();
      latestLo = row.lo();
    }
    return known;
  }

  private List<Parts> split(KeyedRow cursor) throws IOException {
    List<Parts> made = new ArrayList<>();
    for (int i = 0; i < 1 << BITS; i++) {
      made.add(new Parts(store, seriesWidth, sharing, level + 1));
    }
    rows.drain(cursor, row -> part(made, row).add(row, 1, 0));
    return made;
  }

  /**
   * Takes the next part, which is not too large. None is added any more.
   *
   * @return null when all are taken
   */
  @Nullable RowLog take(KeyedRow cursor) throws IOException {
    Deque<Parts> waiting = left;
    if (waiting == null) {
      waiting = new ArrayDeque<>();
      left = waiting;
      if (parts == null && rows.size() > room.most() && level < DEEPEST) {
        parts = split(cursor);
      }
      if (parts == null) {
        return rows;
      }
      waiting.addAll(parts);
      parts = List.of();
    }
    while (!waiting.isEmpty()) {
      RowLog part = waiting.getFirst().take(cursor);
      if (part != null) {
        return part;
      }
      waiting.removeFirst();
    }
    return null;
  }
}
