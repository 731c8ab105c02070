package org.midex.validation.internal.keys;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Rows in the order in which they came, given back in the same order once all are there. */
public final class RowBuffer {
  private static final int AT_FIRST = 1 << 12;

  private final KeyedRow cursor;
  private final int seriesWidth;
  private final Runs runs;
  private Runs.@Nullable Reader reader;

  RowBuffer(PackedCodes codes) {
    this.cursor = new KeyedRow(codes);
    this.seriesWidth = KeyedRow.seriesWidth(codes);
    this.runs = new Runs(new long[AT_FIRST], seriesWidth);
  }

  public void clear() {
    runs.begin(runs.finished());
    reader = null;
  }

  public void add(KeyedRow row) {
    while (runs.add(row, 0, 1, 0) == 0) {
      runs.grow();
    }
  }

  /**
   * Moves to the next rows, all of one series.
   *
   * @return how many they are, at most as many as asked for
   * @throws NoSuchElementException when there are no more
   */
  int next(int most) {
    Runs.Reader known = reader;
    if (known == null) {
      known = new Runs.Reader(runs.finished(), seriesWidth);
      reader = known;
    }
    int rows = known.next(cursor, most);
    if (rows == 0) {
      throw new NoSuchElementException();
    }
    return rows;
  }

  /** The first of the rows moved to. */
  KeyedRow row() {
    return cursor;
  }
}
