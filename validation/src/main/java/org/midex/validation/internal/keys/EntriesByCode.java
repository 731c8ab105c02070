package org.midex.validation.internal.keys;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;
import org.midex.validation.internal.Where;

/**
 * Which entries hold which code of a dimension, for the codes that checks look for: a bit for each
 * entry and code that is used. Rows that follow one another and have the same code are noted
 * together.
 */
public final class EntriesByCode {
  private static final int NONE = -1;

  private final int slot;
  private final Where where;
  private final BitSet lookedFor = new BitSet();
  private final @Nullable EntrySet[] sets;
  private final BitSet used = new BitSet();

  /** The code of the latest rows, and their entries, which are not noted yet. */
  private int code = NONE;

  private int first;
  private int next;

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
    code = NONE;
    used.clear();
    Arrays.fill(sets, null);
  }

  /** Takes note of a row; entries come in order. */
  void add(KeyedRow row, int entry) {
    int itsCode = row.code(slot);
    if (itsCode != code || entry != next || !where.isEverything()) {
      note();
      code = itsCode;
      first = where.matches(row::code) ? entry : entry + 1;
    }
    next = entry + 1;
  }

  private void note() {
    if (code < 0) {
      return;
    }
    used.set(code);
    if (lookedFor.get(code) && first < next) {
      EntrySet set = sets[code];
      if (set == null) {
        set = new EntrySet();
        sets[code] = set;
      }
      set.add(first, next);
    }
    code = NONE;
  }

  /** Codes that are looked for and that some entry holds. */
  public BitSet codes() {
    note();
    BitSet codes = new BitSet();
    for (int i = 0; i < sets.length; i++) {
      codes.set(i, sets[i] != null);
    }
    return codes;
  }

  /** Whether any row has a code, so that it is worth looking for. */
  public boolean isUsed(int wanted) {
    note();
    return used.get(wanted);
  }

  public void forEach(int wanted, IntConsumer action) {
    note();
    EntrySet set = sets[wanted];
    if (set != null) {
      set.forEach(action);
    }
  }
}
