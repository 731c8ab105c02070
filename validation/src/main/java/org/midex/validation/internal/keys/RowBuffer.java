package org.midex.validation.internal.keys;

import java.util.Arrays;

/** Rows in the order in which they came, given back in the same order. */
public final class RowBuffer {
  private final KeyedRow cursor;
  private final int width;
  private long[] rows;
  private int end;
  private int at;

  RowBuffer(KeyedRow cursor) {
    this.cursor = cursor;
    this.width = cursor.width();
    this.rows = new long[width << 10];
  }

  public void clear() {
    end = 0;
    at = 0;
  }

  public void add(KeyedRow row) {
    if (end == rows.length) {
      rows = Arrays.copyOf(rows, end * 2);
    }
    row.copyTo(rows, end);
    end += width;
  }

  /** The next row; valid until the next is asked for. */
  public KeyedRow next() {
    cursor.moveTo(rows, at);
    at += width;
    return cursor;
  }
}
