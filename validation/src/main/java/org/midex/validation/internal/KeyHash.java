package org.midex.validation.internal;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.midex.model.RowView;
import org.midex.schema.Check;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/**
 * Turns keys into 128-bit numbers: the sum of one random word for each dimension's code (Zobrist's
 * hashing, with sums). The key that differs in one dimension is therefore found by taking one word
 * away and adding another. The words are new in every run, so that nobody can prepare keys that
 * collide. The lower half leaves out the period and the dimensions of which checks compare codes:
 * it is the same for keys that are compared.
 */
public final class KeyHash {
  private static final Set<Check.Kind> COMPARING =
      EnumSet.of(Check.Kind.SUM, Check.Kind.AT_MOST, Check.Kind.TILES, Check.Kind.CLASSES);

  private final int[] slots;
  private final CodeWords[] words;
  private final CodeWords[] bySlot;
  private final long[] seeds;
  private final int time;
  private long hi;
  private long lo;

  public KeyHash(RowType type) {
    this(type, new SecureRandom().nextLong());
  }

  public KeyHash(RowType type, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    slots = type.key().stream().mapToInt(Field::slot).toArray();
    words = new CodeWords[slots.length];
    bySlot = new CodeWords[type.fields().size()];
    seeds = random.longs(2L * slots.length).toArray();
    time = Arrays.binarySearch(slots, type.time().orElseThrow().slot());
    Set<String> compared = compared(type);
    for (int i = 0; i < slots.length; i++) {
      Field field = type.field(slots[i]);
      CodeList list = field.type().list();
      boolean alike = compared.contains(field.name());
      words[i] = new CodeWords(list == null ? 0 : list.codes().size(), random, alike);
      bySlot[slots[i]] = words[i];
    }
  }

  /** Dimensions whose few codes are added up or compared with one another. */
  private static Set<String> compared(RowType type) {
    return type.theme().checks().stream()
        .filter(check -> COMPARING.contains(check.kind()))
        .map(check -> check.dimensions().get(0))
        .collect(Collectors.toSet());
  }

  /** The words of one dimension's codes; none for a dimension without a list. */
  private static final class CodeWords {
    private final long[] hi;
    private final long[] lo;

    CodeWords(int codes, SplittableRandom random, boolean alike) {
      hi = random.longs(codes).toArray();
      lo = alike ? new long[codes] : random.longs(codes).toArray();
    }
  }

  /** Computes the key of a row all of whose dimensions are known. */
  public void set(RowView row) {
    hi = 0;
    lo = 0;
    for (int i = 0; i < slots.length; i++) {
      if (words[i].hi.length > 0) {
        int code = row.code(slots[i]);
        hi += words[i].hi[code];
        lo += words[i].lo[code];
      } else {
        addOther(i, row);
      }
    }
  }

  /** Periods and open texts have no table of words: their values are mixed. */
  private void addOther(int i, RowView row) {
    Field field = row.type().field(slots[i]);
    long seedHi = seeds[2 * i];
    long seedLo = seeds[2 * i + 1];
    if (i == time || field.type().isNumber()) {
      long number = row.number(slots[i]);
      hi += Mixing.mix(number ^ seedHi);
      lo += i == time ? 0 : Mixing.mix(number ^ seedLo);
      return;
    }
    String text = Objects.requireNonNull(row.text(slots[i]));
    for (int c = 0; c < text.length(); c++) {
      seedHi = Mixing.mix(seedHi ^ text.charAt(c));
      seedLo = Mixing.mix(seedLo ^ text.charAt(c));
    }
    hi += Mixing.mix(seedHi);
    lo += Mixing.mix(seedLo);
  }

  public long hi() {
    return hi;
  }

  public long lo() {
    return lo;
  }

  /** What to add to a key's upper half to put one code in the place of another. */
  public long hiStep(int slot, int from, int to) {
    return bySlot[slot].hi[to] - bySlot[slot].hi[from];
  }

  public long loStep(int slot, int from, int to) {
    return bySlot[slot].lo[to] - bySlot[slot].lo[from];
  }

  /**
   * What to add to a key's upper half to put one period in the place of another; the lower half is
   * the same.
   */
  public long timeStep(long from, long to) {
    return Mixing.mix(to ^ seeds[2 * time]) - Mixing.mix(from ^ seeds[2 * time]);
  }
}
