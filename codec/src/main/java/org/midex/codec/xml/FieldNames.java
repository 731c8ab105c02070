package org.midex.codec.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.midex.schema.RowType;
import org.midex.schema.internal.Words;

/**
 * How the attributes of a theme's observations begin, as bytes: space, name, equals sign, quote.
 * They are compared eight bytes at a time; the last eight may overlap those before.
 */
final class FieldNames {
  private final int[] lengths;
  private final long[] first;
  private final long[] firstMasks;
  private final long[] last;

  /** By slot, what stands between the first and the last word. */
  private final long[][] between;

  FieldNames(RowType type) {
    int size = type.fields().size();
    lengths = new int[size];
    first = new long[size];
    firstMasks = new long[size];
    last = new long[size];
    between = new long[size][];
    for (int slot = 0; slot < size; slot++) {
      String name = " " + type.field(slot).name() + "=\"";
      byte[] text = name.getBytes(StandardCharsets.UTF_8);
      int length = text.length;
      byte[] padded = Arrays.copyOf(text, length + Long.BYTES);
      lengths[slot] = length;
      first[slot] = Words.at(padded, 0);
      firstMasks[slot] = Words.mask(length);
      last[slot] = length > Long.BYTES ? Words.at(padded, length - Long.BYTES) : 0;
      between[slot] = new long[Math.max(0, (length - Long.BYTES - 1) / Long.BYTES)];
      for (int i = 0; i < between[slot].length; i++) {
        between[slot][i] = Words.at(padded, (i + 1) * Long.BYTES);
      }
    }
  }

  /** Length of the longest. */
  int longest() {
    return Arrays.stream(lengths).max().orElse(0);
  }

  int length(int slot) {
    return lengths[slot];
  }

  /** Whether a field's attribute begins at a place. */
  boolean matches(int slot, byte[] bytes, int at) {
    if ((Words.at(bytes, at) & firstMasks[slot]) != first[slot]) {
      return false;
    }
    int length = lengths[slot];
    return length <= Long.BYTES
        || (at + length <= bytes.length
            && Words.at(bytes, at + length - Long.BYTES) == last[slot]
            && (length <= 2 * Long.BYTES || betweenMatches(slot, bytes, at)));
  }

  private boolean betweenMatches(int slot, byte[] bytes, int at) {
    long[] words = between[slot];
    for (int i = 0; i < words.length; i++) {
      if (Words.at(bytes, at + (i + 1) * Long.BYTES) != words[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * The field whose attribute begins at a place, or −1.
   *
   * @param start the one to try first
   */
  int find(byte[] bytes, int at, int start) {
    for (int i = 0, slot = start; i < lengths.length; i++, slot++) {
      if (slot == lengths.length) {
        slot = 0;
      }
      if (matches(slot, bytes, at)) {
        return slot;
      }
    }
    return -1;
  }
}
