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
    while (!runs.add(row)) {
      runs.grow();
    }
  }

  /**
   * The next row; valid until the next is asked for.
   *
   * @throws NoSuchElementException when there are no more
   */
  public KeyedRow next() {
    Runs.Reader known = reader;
    if (known == null) {
      known = new Runs.Reader(runs.finished(), seriesWidth);
      reader = known;
    }
    if (!known.next(cursor)) {
      throw new NoSuchElementException();
    }
    return cursor;
  }
}
