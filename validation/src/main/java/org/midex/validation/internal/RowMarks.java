package org.midex.validation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which conditions each row met, by its number: 4 bytes a row. */
final class RowMarks {
  private static final int FIRST = 1_024;

  private int[] sets = new int[FIRST];
  private final Map<BitSet, Integer> known = new HashMap<>();
  private final List<BitSet> distinct = new ArrayList<>();

  RowMarks() {
    number(new BitSet());
  }

  private int number(BitSet met) {
    Integer number = known.get(met);
    if (number == null) {
      number = distinct.size();
      BitSet kept = (BitSet) met.clone();
      known.put(kept, number);
      distinct.add(kept);
    }
    return number;
  }

  /**
   * Keeps what a row met.
   *
   * @param record number of the row, from 1
   */
  void put(long record, BitSet met) {
    int place = Math.toIntExact(record);
    if (place >= sets.length) {
      sets = Arrays.copyOf(sets, Math.max(place + 1, sets.length + (sets.length >> 1)));
    }
    sets[place] = number(met);
  }

  /** Whether a row met a condition. */
  boolean met(long record, int condition) {
    return record > 0 && record < sets.length && distinct.get(sets[(int) record]).get(condition);
  }
}
