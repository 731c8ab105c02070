package org.midex.validation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.midex.model.RowView;
import org.midex.schema.Check;
import org.midex.schema.RowType;

/**
 * Which entries hold which code of a dimension, for the codes that a check looks for: 4 bytes each.
 */
final class EntriesByCode {
  private final int slot;
  private final Where where;
  private final BitSet lookedFor;
  private final @Nullable Entries[] lists;

  EntriesByCode(RowType type, Check check, BitSet lookedFor) {
    this.slot = type.field(check.dimensions().get(0)).slot();
    this.where = Where.of(type, check);
    this.lookedFor = lookedFor;
    this.lists = new Entries[lookedFor.length()];
  }

  int slot() {
    return slot;
  }

  void add(RowView row, int entry) {
    int code = row.code(slot);
    if (lookedFor.get(code) && where.matches(row)) {
      Entries list = lists[code];
      if (list == null) {
        list = new Entries();
        lists[code] = list;
      }
      list.add(entry);
    }
  }

  /** Codes that some entry holds. */
  BitSet codes() {
    BitSet codes = new BitSet();
    for (int code = 0; code < lists.length; code++) {
      codes.set(code, lists[code] != null);
    }
    return codes;
  }

  void forEach(int code, IntConsumer action) {
    Entries list = lists[code];
    if (list != null) {
      list.forEach(action);
    }
  }

  /** A growing list of numbers that copies nothing when it grows. */
  private static final class Entries {
    private static final int PAGE = 1_024;
    private final List<int[]> full = new ArrayList<>();
    private int[] last = new int[16];
    private int used;

    void add(int entry) {
      if (used == PAGE) {
        full.add(last);
        last = new int[PAGE];
        used = 0;
      } else if (used == last.length) {
        last = Arrays.copyOf(last, Math.min(PAGE, used * 4));
      }
      last[used++] = entry;
    }

    void forEach(IntConsumer action) {
      for (int[] page : full) {
        for (int entry : page) {
          action.accept(entry);
        }
      }
      for (int i = 0; i < used; i++) {
        action.accept(last[i]);
      }
    }
  }
}
