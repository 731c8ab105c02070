package org.midex.validation.internal.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/**
 * What the codes of a row come to: the hash of its key as far as codes make it, the first word of
 * its packed codes, its marks. They are added up in one pass over the fields, from words that stand
 * side by side for each code.
 */
final class RowWords {
  private static final int WORDS = 4;

  private final int[] slots;
  private final long[][] ofCode;
  private final int always;
  private long hi;
  private long lo;
  private long packed;
  private int marks;

  RowWords(RowType type, KeyHash hash, PackedCodes packing, List<CodeMarks> markers) {
    always = markers.stream().mapToInt(CodeMarks::always).reduce(0, (a, b) -> a | b);
    List<Field> coded = type.fields().stream().filter(f -> f.type().list() != null).toList();
    long[][] words =
        coded.stream().map(f -> words(f, hash, packing, markers)).toArray(long[][]::new);
    slots = new int[(int) Arrays.stream(words).filter(RowWords::says).count()];
    ofCode = new long[slots.length][];
    for (int i = 0, at = 0; i < words.length; i++) {
      if (says(words[i])) {
        slots[at] = coded.get(i).slot();
        ofCode[at++] = words[i];
      }
    }
  }

  private RowWords(RowWords other) {
    slots = other.slots;
    ofCode = other.ofCode;
    always = other.always;
  }

  /** The same, for another thread. */
  RowWords another() {
    return new RowWords(this);
  }

  private static boolean says(long[] words) {
    return Arrays.stream(words).anyMatch(word -> word != 0);
  }

  private static long[] words(
      Field field, KeyHash hash, PackedCodes packing, List<CodeMarks> markers) {
    int codes = Objects.requireNonNull(field.type().list()).codes().size();
    long[] words = new long[WORDS * (codes - RowView.UNKNOWN)];
    for (int code = RowView.UNKNOWN; code < codes; code++) {
      int at = WORDS * (code - RowView.UNKNOWN);
      if (code >= 0 && field.isKey()) {
        words[at] = hash.hiOf(field.slot(), code);
        words[at + 1] = hash.loOf(field.slot(), code);
        words[at + 2] = packing.firstWord(field.slot(), code);
      }
      for (CodeMarks marker : markers) {
        words[at + 3] |= marker.marks(field, code);
      }
    }
    return words;
  }

  /**
   * Adds up a row.
   *
   * @param codes by slot
   */
  void set(int[] codes) {
    long hiSum = 0;
    long loSum = 0;
    long packedSum = 0;
    long allMarks = always;
    for (int i = 0; i < slots.length; i++) {
      long[] words = ofCode[i];
      int at = WORDS * (codes[slots[i]] - RowView.UNKNOWN);
      hiSum += words[at];
      loSum += words[at + 1];
      packedSum += words[at + 2];
      allMarks |= words[at + 3];
    }
    hi = hiSum;
    lo = loSum;
    packed = packedSum;
    marks = (int) allMarks;
  }

  long hi() {
    return hi;
  }

  long lo() {
    return lo;
  }

  long packed() {
    return packed;
  }

  int marks() {
    return marks;
  }
}
