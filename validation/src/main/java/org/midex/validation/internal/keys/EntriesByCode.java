package org.midex.validation.internal.keys;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;
import org.midex.validation.internal.Where;

/** Which series hold which code of a dimension, for the codes that checks look for. */
public final class EntriesByCode {
  private final int slot;
  private final Where where;
  private final SeriesTable table;
  private final BitSet lookedFor = new BitSet();
  private final @Nullable BitSet[] sets;
  private final BitSet used = new BitSet();

  /**
   * @param codes how many the dimension has
   */
  EntriesByCode(Field dimension, int codes, Where where, SeriesTable table) {
    this.slot = dimension.slot();
    this.where = where;
    this.table = table;
    this.sets = new BitSet[codes];
  }

  boolean isOf(Field dimension, Where rows) {
    return slot == dimension.slot() && where.isEverything() && rows.isEverything();
  }

  void lookFor(BitSet codes) {
    lookedFor.or(codes);
  }

  public int slot() {
    return slot;
  }

  /** Forgets all series. */
  void clear() {
    used.clear();
    Arrays.fill(sets, null);
  }

  /** Takes note of a series. */
  void add(int series) {
    int code = table.code(series, slot);
    used.set(code);
    if (lookedFor.get(code)
        && (where.isEverything() || where.matches(other -> table.code(series, other)))) {
      BitSet set = sets[code];
      if (set == null) {
        set = new BitSet();
        sets[code] = set;
      }
      set.set(series);
    }
  }

  /** Codes that are looked for and that some entry holds. */
  public BitSet codes() {
    BitSet codes = new BitSet();
    for (int i = 0; i < sets.length; i++) {
      codes.set(i, sets[i] != null);
    }
    return codes;
  }

  /** Whether any row has a code, so that it is worth looking for. */
  public boolean isUsed(int wanted) {
    return used.get(wanted);
  }

  /** Shows the entries that hold a code, series by series. */
  public void forEach(int wanted, IntConsumer action) {
    BitSet set = sets[wanted];
    if (set == null) {
      return;
    }
    for (int one = set.nextSetBit(0); one >= 0; one = set.nextSetBit(one + 1)) {
      for (int entry = table.first(one); entry < table.end(one); entry++) {
        action.accept(entry);
      }
    }
  }
}
