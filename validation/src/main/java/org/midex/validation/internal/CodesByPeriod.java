package org.midex.validation.internal;

import java.util.Arrays;
import java.util.function.Predicate;
import org.midex.schema.Field;

/**
 * Remembers of which codes and periods rows have come. Periods that share a place push one another
 * out, and then come anew.
 */
final class CodesByPeriod {
  private static final int PLACES = 1 << 8;

  private final Field field;
  private final Predicate<int[]> enough;
  private final int words;
  private final long[] periods = new long[PLACES];
  private final long[] bits;

  /**
   * @param field whose codes are told apart
   * @param enough whether a row with some codes, by slot, makes others superfluous
   */
  CodesByPeriod(Field field, Predicate<int[]> enough) {
    this.field = field;
    this.enough = enough;
    int codes = field.type().list() == null ? 0 : field.type().list().codes().size();
    this.words = codes / Long.SIZE + 1;
    this.bits = new long[PLACES * words];
    Arrays.fill(periods, -1);
  }

  /** One like this that has seen nothing. */
  CodesByPeriod fresh() {
    return new CodesByPeriod(field, enough);
  }

  /** Whether a row makes others with the same code and period superfluous. */
  boolean isEnough(int[] codes) {
    return codes[field.slot()] >= 0 && enough.test(codes);
  }

  /** Whether the code has come in the period; from now on it has. */
  boolean hasCome(int[] codes, long period) {
    int code = codes[field.slot()];
    int place = (int) (period ^ (period >>> 7)) & (PLACES - 1);
    if (periods[place] != period) {
      periods[place] = period;
      Arrays.fill(bits, place * words, (place + 1) * words, 0);
    }
    int word = place * words + code / Long.SIZE;
    long bit = 1L << code;
    boolean come = (bits[word] & bit) != 0;
    bits[word] |= bit;
    return come;
  }
}
