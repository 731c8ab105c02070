package org.midex.validation.internal.keys;

import java.util.BitSet;
import java.util.Objects;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** Codes of some of a row's dimensions, each in as many bits as its list needs. */
final class PackedCodes {
  private final int[] beyondFirst;

  /** By slot: the word that holds the code, its lowest bit, and as many ones as it has bits. */
  private final int[] word;

  private final int[] shift;
  private final long[] mask;
  private final int words;

  /**
   * @param wanted slots of coded dimensions
   */
  PackedCodes(RowType type, BitSet wanted) {
    int size = type.fields().size();
    word = new int[size];
    shift = new int[size];
    mask = new long[size];
    int last = -1;
    int used = Long.SIZE;
    for (int slot : wanted.stream().toArray()) {
      Field field = type.fields().get(slot);
      CodeList list = Objects.requireNonNull(field.type().list());
      int bits = Integer.SIZE - Integer.numberOfLeadingZeros(list.codes().size());
      if (used + bits > Long.SIZE) {
        last++;
        used = 0;
      }
      word[slot] = last;
      shift[slot] = used;
      mask[slot] = (1L << bits) - 1;
      used += bits;
    }
    words = last + 1;
    beyondFirst = wanted.stream().filter(slot -> word[slot] > 0).toArray();
  }

  int words() {
    return words;
  }

  /** What a code adds to the first word. */
  long firstWord(int slot, int code) {
    return mask[slot] == 0 || word[slot] > 0 ? 0 : (long) code << shift[slot];
  }

  /**
   * Packs the codes of a row, all of which are known.
   *
   * @param codes by slot
   * @param first the first word
   */
  void pack(int[] codes, long first, long[] target, int at) {
    if (words > 0) {
      target[at] = first;
    }
    for (int i = 1; i < words; i++) {
      target[at + i] = 0;
    }
    for (int slot : beyondFirst) {
      target[at + word[slot]] |= (long) codes[slot] << shift[slot];
    }
  }

  int code(int slot, long[] source, int at) {
    return (int) (source[at + word[slot]] >>> shift[slot] & mask[slot]);
  }
}
