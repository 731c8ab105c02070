package org.midex.validation.internal.keys;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.midex.model.RowView;
import org.midex.schema.Check;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/**
 * Turns keys into 128-bit numbers: the sum of one random word for each dimension's code (Zobrist's
 * hashing, with sums). The key that differs in one dimension is therefore found by taking one word
 * away and adding another. The upper half's words are new in every run, so that nobody can prepare
 * keys that collide. The lower half's are always the same, and it leaves out the period and the
 * dimensions of which checks compare codes: keys that are compared have it in common.
 */
public final class KeyHash {
  private static final Set<Check.Kind> COMPARING =
      EnumSet.of(Check.Kind.SUM, Check.Kind.AT_MOST, Check.Kind.TILES, Check.Kind.CLASSES);

  private static final long SEED_OF_LO = 0x4d69_6465_7831L;

  private final int[] slots;
  private final CodeWords[] words;
  private final CodeWords[] bySlot;
  private final long[] seedsHi;
  private final long[] seedsLo;
  private final int time;

  /** Places of the dimensions with and without a list. */
  private final int[] coded;

  private final int[] others;

  private final boolean[] isNumber;
  private long hi;
  private long lo;
  private long period;

  public KeyHash(RowType type) {
    this(type, new SecureRandom().nextLong());
  }

  public KeyHash(RowType type, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    SplittableRandom same = new SplittableRandom(SEED_OF_LO);
    slots = type.key().stream().mapToInt(Field::slot).toArray();
    words = new CodeWords[slots.length];
    bySlot = new CodeWords[type.fields().size()];
    seedsHi = random.longs(slots.length).toArray();
    seedsLo = same.longs(slots.length).toArray();
    coded = places(type, true);
    others = places(type, false);
    time = Arrays.binarySearch(slots, type.time().orElseThrow().slot());
    isNumber = new boolean[slots.length];
    Set<String> compared = compared(type);
    for (int i = 0; i < slots.length; i++) {
      Field field = type.field(slots[i]);
      CodeList list = field.type().list();
      int codes = list == null ? 0 : list.codes().size();
      long[] lo = same.longs(codes).toArray();
      words[i] =
          new CodeWords(
              random.longs(codes).toArray(),
              compared.contains(field.name()) ? new long[codes] : lo);
      bySlot[slots[i]] = words[i];
      isNumber[i] = i == time || field.type().isNumber();
    }
  }

  private KeyHash(KeyHash other) {
    slots = other.slots;
    words = other.words;
    bySlot = other.bySlot;
    seedsHi = other.seedsHi;
    seedsLo = other.seedsLo;
    coded = other.coded;
    others = other.others;
    isNumber = other.isNumber;
    time = other.time;
  }

  /** The same function, for another thread. */
  KeyHash another() {
    return new KeyHash(this);
  }

  private static int[] places(RowType type, boolean withList) {
    return IntStream.range(0, type.key().size())
        .filter(i -> (type.key().get(i).type().list() != null) == withList)
        .toArray();
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

    CodeWords(long[] hi, long[] lo) {
      this.hi = hi;
      this.lo = lo;
    }
  }

  /** Computes the key of a row all of whose dimensions are known. */
  public void set(RowView row) {
    long hiSum = 0;
    long loSum = 0;
    for (int i : coded) {
      int code = row.code(slots[i]);
      hiSum += words[i].hi[code];
      loSum += words[i].lo[code];
    }
    set(hiSum, loSum, row);
  }

  /** As above, from what the codes add up to. */
  void set(long hiOfCodes, long loOfCodes, RowView row) {
    hi = hiOfCodes;
    lo = loOfCodes;
    for (int other : others) {
      addOther(other, row);
    }
  }

  /** Periods and open texts have no table of words: their values are mixed. */
  private void addOther(int i, RowView row) {
    long seedHi = seedsHi[i];
    long seedLo = seedsLo[i];
    if (isNumber[i]) {
      long number = row.number(slots[i]);
      if (i == time) {
        period = number;
      } else {
        hi += Mixing.mix(number ^ seedHi);
        lo += Mixing.mix(number ^ seedLo);
      }
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

  /** The upper half. */
  public long hi() {
    return hi + ofTime(period);
  }

  /** The upper half of the key without its period. */
  long seriesHi() {
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

  /** What a code adds to the upper half. */
  public long hiOf(int slot, int code) {
    return bySlot[slot].hi[code];
  }

  public long loOf(int slot, int code) {
    return bySlot[slot].lo[code];
  }

  /** What a period adds to the upper half; it adds nothing to the lower half. */
  public long ofTime(long packedPeriod) {
    return Mixing.mix(packedPeriod ^ seedsHi[time]);
  }

  /** The upper half of the key of a row that is kept. */
  public long hiOf(KeyedRow row) {
    return row.hi() + ofTime(row.period());
  }

  /** Whether only codes and the period make up keys. */
  boolean isOfCodes() {
    return others.length == 1;
  }
}
