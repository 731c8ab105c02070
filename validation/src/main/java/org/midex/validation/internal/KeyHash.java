package org.midex.validation.internal;

import java.security.SecureRandom;
import java.util.Objects;
import java.util.SplittableRandom;
import org.midex.model.RowView;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/**
 * Turns keys into 128-bit numbers: the sum of one random word for each dimension's code (Zobrist's
 * hashing, with sums). The key that differs in one dimension is therefore found by taking one word
 * away and adding another. The words are new in every run, so that nobody can prepare keys that
 * collide.
 */
public final class KeyHash {
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

  KeyHash(RowType type, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    slots = type.key().stream().mapToInt(Field::slot).toArray();
    words = new CodeWords[slots.length];
    bySlot = new CodeWords[type.fields().size()];
    seeds = random.longs(2L * slots.length).toArray();
    time = type.key().indexOf(type.time().orElseThrow());
    for (int i = 0; i < slots.length; i++) {
      CodeList list = type.field(slots[i]).type().list();
      words[i] = new CodeWords(list == null ? 0 : list.codes().size(), random);
      bySlot[slots[i]] = words[i];
    }
  }

  /** The words of one dimension's codes; none for a dimension without a list. */
  private static final class CodeWords {
    private final long[] hi;
    private final long[] lo;

    CodeWords(int codes, SplittableRandom random) {
      hi = random.longs(codes).toArray();
      lo = random.longs(codes).toArray();
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
    if (field.role() == Field.Role.TIME || field.type().isNumber()) {
      long number = row.number(slots[i]);
      hi += Mixing.mix(number ^ seedHi);
      lo += Mixing.mix(number ^ seedLo);
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
  long hiStep(int slot, int from, int to) {
    return bySlot[slot].hi[to] - bySlot[slot].hi[from];
  }

  long loStep(int slot, int from, int to) {
    return bySlot[slot].lo[to] - bySlot[slot].lo[from];
  }

  /** What to add to a key's upper half to put one period in the place of another. */
  public long hiTimeStep(long from, long to) {
    return Mixing.mix(to ^ seeds[2 * time]) - Mixing.mix(from ^ seeds[2 * time]);
  }

  public long loTimeStep(long from, long to) {
    return Mixing.mix(to ^ seeds[2 * time + 1]) - Mixing.mix(from ^ seeds[2 * time + 1]);
  }
}
