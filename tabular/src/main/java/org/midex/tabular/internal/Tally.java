package org.midex.tabular.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of cells: each cell of a row is used once. */
public final class Tally {
  /** What a cell became. */
  public enum Use {
    OBSERVATION,
    KEY,
    ATTRIBUTE,
    DECLARED_EMPTY,
    IGNORED,
    FINDING
  }

  private final long[] totals = new long[Use.values().length];
  private @Nullable Use[] uses = new Use[0];
  private int size;
  private long rows;
  private long cells;

  /** A row of so many cells begins. */
  void begin(int cellCount) {
    if (uses.length < cellCount) {
      uses = new Use[cellCount];
    }
    Arrays.fill(uses, null);
    size = cellCount;
  }

  /** Says what a cell became; a second time is a fault of this program. */
  void use(int cell, Use use) {
    if (uses[cell] != null) {
      throw new IllegalStateException("cell " + cell + " was counted twice");
    }
    uses[cell] = use;
  }

  /** The mapping leaves the row out. */
  void ignore() {
    Arrays.fill(uses, 0, size, Use.IGNORED);
  }

  /** Nothing of the row can be kept: what is not ignored is a finding. */
  void spoil() {
    for (int i = 0; i < size; i++) {
      if (uses[i] != Use.IGNORED) {
        uses[i] = Use.FINDING;
      }
    }
  }

  /** The row is done; every cell has its use. */
  @SuppressWarnings("EnumOrdinal") // counters live in memory only
  void end() {
    rows++;
    cells += size;
    for (int i = 0; i < size; i++) {
      Use use = uses[i];
      if (use != null) {
        totals[use.ordinal()]++;
      }
    }
  }

  public long rows() {
    return rows;
  }

  public long cells() {
    return cells;
  }

  @SuppressWarnings("EnumOrdinal")
  public long total(Use use) {
    return totals[use.ordinal()];
  }
}
