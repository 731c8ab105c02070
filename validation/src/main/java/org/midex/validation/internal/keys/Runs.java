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

  /**
   * Adds rows of a series that stand side by side, as far as there is room for them.
   *
   * @param skipped how many are left out at first
   * @param before to be added to the numbers of their records
   * @return how many were added
   */
  int add(KeyedRow row, int skipped, int count, long before) {
    boolean follows = run >= 0 && row.isOfSeries(chunk, run + 1);
    int from = follows ? end : end + 1 + seriesWidth;
    int added = Math.min(count, (chunk.length - from) / KeyedRow.WIDTH);
    if (added <= 0) {
      return 0;
    }
    if (!follows) {
      run = end;
      chunk[run] = 0;
      row.copySeries(chunk, run + 1);
    }
    chunk[run] += added;
    row.copyRows(skipped, added, before, chunk, from);
    end = from + added * KeyedRow.WIDTH;
    return added;
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
    private int left;

    Reader(long[] finished, int seriesWidth) {
      this.chunk = finished;
      this.seriesWidth = seriesWidth;
    }

    /**
     * Moves to the next rows, all of one series.
     *
     * @return how many they are, at most as many as asked for; 0 when there are no more
     */
    int next(KeyedRow cursor, int most) {
      if (left == 0) {
        if (at >= chunk.length || chunk[at] == 0) {
          return 0;
        }
        left = (int) chunk[at];
        series = at + 1;
        at = series + seriesWidth;
      }
      cursor.moveTo(chunk, series, at);
      int rows = Math.min(left, most);
      at += rows * KeyedRow.WIDTH;
      left -= rows;
      return rows;
    }
  }
}
