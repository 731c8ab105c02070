package org.midex.validation.internal.keys;

import java.util.Arrays;

/**
 * Rows in a chunk of numbers. Before rows of one series that follow one another stands once what
 * they have in common, and before that how many they are.
 */
final class Runs {
  private static final int NONE = -1;

  private final int seriesWidth;
  private long[] chunk;
  private int end;

  /** Where the latest run begins. */
  private int run;

  Runs(long[] chunk, int seriesWidth) {
    this.chunk = chunk;
    this.seriesWidth = seriesWidth;
    begin(chunk);
  }

  /** Lets rows go to another chunk. */
  void begin(long[] newChunk) {
    chunk = newChunk;
    end = 0;
    run = NONE;
  }

  /** Adds a row; false when there is no room for it. */
  boolean add(KeyedRow row) {
    boolean follows = run >= 0 && row.isOfSeries(chunk, run + 1);
    int from = follows ? end : end + 1 + seriesWidth;
    if (from + KeyedRow.WIDTH > chunk.length) {
      return false;
    }
    if (!follows) {
      run = end;
      chunk[run] = 0;
      row.copySeries(chunk, run + 1);
    }
    chunk[run]++;
    row.copyRow(chunk, from);
    end = from + KeyedRow.WIDTH;
    return true;
  }

  /** Makes more room. */
  void grow() {
    chunk = Arrays.copyOf(chunk, chunk.length * 2);
  }

  /** The chunk, which says itself where it ends. */
  long[] finished() {
    if (end < chunk.length) {
      chunk[end] = 0;
    }
    return chunk;
  }

  /** Shows rows one after the other. */
  static final class Reader {
    private final long[] chunk;
    private final int seriesWidth;
    private int at;
    private int series;
    private long left;

    Reader(long[] finished, int seriesWidth) {
      this.chunk = finished;
      this.seriesWidth = seriesWidth;
    }

    /** Moves to the next row; false when there is none. */
    boolean next(KeyedRow cursor) {
      if (left == 0) {
        if (at >= chunk.length || chunk[at] == 0) {
          return false;
        }
        left = chunk[at];
        series = at + 1;
        at = series + seriesWidth;
      }
      cursor.moveTo(chunk, series, at);
      at += KeyedRow.WIDTH;
      left--;
      return true;
    }
  }
}
