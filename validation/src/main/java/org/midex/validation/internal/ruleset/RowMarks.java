package org.midex.validation.internal.ruleset;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which conditions each row met, by its number: 4 bytes a row. */
final class RowMarks {
  private static final int CHUNK_BITS = 14;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private final List<int[]> chunks = new ArrayList<>();
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
    int chunk = Math.toIntExact(record >> CHUNK_BITS);
    while (chunks.size() <= chunk) {
      chunks.add(new int[CHUNK]);
    }
    chunks.get(chunk)[(int) record & (CHUNK - 1)] = number(met);
  }

  /** Whether a row met a condition. */
  boolean met(long record, int condition) {
    int chunk = (int) (record >> CHUNK_BITS);
    return record > 0
        && chunk < chunks.size()
        && distinct.get(chunks.get(chunk)[(int) record & (CHUNK - 1)]).get(condition);
  }
}
