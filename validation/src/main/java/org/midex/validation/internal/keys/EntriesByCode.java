package org.midex.validation.internal.keys;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;
import org.midex.validation.internal.Where;

/**
 * Which entries hold which code of a dimension, for the codes that checks look for: a bit for each
 * entry and code that is used.
 */
public final class EntriesByCode {
  private final int slot;
  private final Where where;
  private final BitSet lookedFor = new BitSet();
  private final @Nullable EntrySet[] sets;
  private final BitSet used = new BitSet();

  /**
   * @param codes how many the dimension has
   */
  EntriesByCode(Field dimension, int codes, Where where) {
    this.slot = dimension.slot();
    this.where = where;
    this.sets = new EntrySet[codes];
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

  /** Forgets all entries. */
  void clear() {
    used.clear();
    Arrays.fill(sets, null);
  }

  /**
   * Takes note of entries with the same codes.
   *
   * @param to the entry behind the last
   */
  void add(KeyedRow row, int from, int to) {
    int code = row.code(slot);
    if (sets[code] == null) {
      used.set(code);
    }
    if (lookedFor.get(code) && (where.isEverything() || where.matches(row::code))) {
      EntrySet set = sets[code];
      if (set == null) {
        set = new EntrySet();
        sets[code] = set;
      }
      set.add(from, to);
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

  public void forEach(int wanted, IntConsumer action) {
    EntrySet set = sets[wanted];
    if (set != null) {
      set.forEach(action);
    }
  }
}
