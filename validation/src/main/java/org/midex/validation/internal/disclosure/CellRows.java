package org.midex.validation.internal.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;
import org.midex.validation.internal.keys.KeyHash;
import org.midex.validation.internal.keys.KeyTable;
import org.midex.validation.internal.keys.KeyedRow;

/**
 * The rows that can stand in a sum with a suppressed cell: those that have all of a cell's key but
 * one dimension. About 40 bytes a row, for a bounded number of them.
 */
final class CellRows {
  private static final int MOST = 1 << 20;

  private final KeyHash hash;
  private final SuppressedCells cells;
  private final List<Field> dimensions = new ArrayList<>();
  private final KeyTable rows = new KeyTable();
  private @Nullable KeyTable groups;
  private boolean complete = true;

  CellRows(KeyHash hash, SuppressedCells cells) {
    this.hash = hash;
    this.cells = cells;
  }

  /** Names a dimension whose codes add up. */
  void addDimension(Field dimension) {
    if (!dimensions.contains(dimension)) {
      dimensions.add(dimension);
    }
  }

  /** The keys of the cells without one dimension, for each dimension. */
  private KeyTable groups() {
    KeyTable known = groups;
    if (known == null) {
      known = new KeyTable();
      for (int cell = 0; cell < cells.size(); cell++) {
        for (Field dimension : dimensions) {
          int slot = dimension.slot();
          int code = cells.code(cell, slot);
          known.add(
              cells.hi(cell) - hash.hiOf(slot, code), cells.lo(cell) - hash.loOf(slot, code), 0, 0);
        }
      }
      groups = known;
    }
    return known;
  }

  /** Keeps a row if it is one of them. */
  boolean add(KeyedRow row) {
    KeyTable wanted = groups();
    long hi = hash.hiOf(row);
    for (int i = 0; i < dimensions.size(); i++) {
      int slot = dimensions.get(i).slot();
      int code = row.code(slot);
      if (wanted.find(hi - hash.hiOf(slot, code), row.lo() - hash.loOf(slot, code)) >= 0) {
        complete &= rows.size() < MOST;
        return complete && keep(row, hi);
      }
    }
    return false;
  }

  private boolean keep(KeyedRow row, long hi) {
    int entry = rows.add(hi, row.lo(), row.record(), row.period());
    if (entry >= 0 && row.hasFigure()) {
      rows.setFigure(entry, row.figure());
    }
    return entry >= 0;
  }

  /** Whether all of them are kept. */
  boolean areComplete() {
    return complete;
  }

  KeyTable table() {
    return rows;
  }
}
