package org.midex.model;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;
import org.midex.schema.internal.Words;

/**
 * A row that a reader fills again and again. Parses each text once, when it is set; a text that is
 * set as bytes becomes a string only if somebody asks for it. Not thread-safe.
 */
public final class Row implements RowView {
  private static final byte[] NOTHING = {};

  /** Stands in {@code codes} for fields that have none. */
  private static final int NOT_CODED = Integer.MIN_VALUE;

  private final RowType type;
  private final ValueType[] types;
  private final @Nullable CodeList[] lists;
  private final @Nullable String[] texts;
  private final int[] codes;
  private final long[] numbers;

  /** By coded slot, the bytes of {@code codes}, and how many; 0 when they are not known. */
  private final long[] words;

  private final int[] lengths;

  /** Where texts stand that were set as bytes. */
  private final int[] starts;

  private final int[] ends;
  private byte[] bytes = NOTHING;

  /** A bit for each slot, the first slot lowest. */
  private final long required;

  private final long coded;
  private final long all;

  private long present;
  private long valid;

  /**
   * @throws IllegalArgumentException when the type has more than {@link RowType#MOST_FIELDS} fields
   */
  public Row(RowType type) {
    this.type = type;
    int size = type.fields().size();
    if (size > RowType.MOST_FIELDS) {
      throw new IllegalArgumentException(
          type + " has more than " + RowType.MOST_FIELDS + " fields");
    }
    types = type.fields().stream().map(Field::type).toArray(ValueType[]::new);
    lists = type.fields().stream().map(f -> f.type().list()).toArray(CodeList[]::new);
    texts = new String[size];
    codes = type.fields().stream().mapToInt(f -> f.type().list() == null ? NOT_CODED : 0).toArray();
    numbers = new long[size];
    words = new long[size];
    lengths = new int[size];
    starts = new int[size];
    ends = new int[size];
    required = bits(type, Field::required);
    coded = bits(type, f -> f.type().list() != null);
    all = bits(type, f -> true);
  }

  private static long bits(RowType type, Predicate<Field> which) {
    return type.fields().stream()
        .filter(which)
        .mapToLong(f -> 1L << f.slot())
        .reduce(0, (a, b) -> a | b);
  }

  /** Makes every field absent. */
  public void clear() {
    present = 0;
    valid = 0;
  }

  /**
   * Sets a field from its text.
   *
   * @return whether the text is a value of the field's type
   */
  public boolean set(int slot, String text) {
    ValueType fieldType = types[slot];
    CodeList list = lists[slot];
    boolean isValid;
    if (list != null) {
      lengths[slot] = 0;
      isValid = setCode(slot, list.indexOf(text));
    } else if (fieldType.isNumber() || fieldType.kind() == ValueType.Kind.PERIOD) {
      byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
      isValid = setNumber(slot, fieldType, ascii, 0, ascii.length);
    } else {
      isValid = Lexical.matches(fieldType, text);
    }
    texts[slot] = text;
    return mark(slot, isValid);
  }

  /**
   * Sets a field from its text in printable ASCII. Until the row is cleared the bytes must stay as
   * they are.
   *
   * @param source the same for all fields of the row
   * @param from offset of the first byte
   * @param to offset behind the last byte
   * @return whether the text is a value of the field's type
   */
  public boolean set(int slot, byte[] source, int from, int to) {
    ValueType fieldType = types[slot];
    CodeList list = lists[slot];
    boolean isValid;
    if (list != null) {
      isValid = setCode(slot, list, source, from, to);
    } else if (fieldType.isNumber() || fieldType.kind() == ValueType.Kind.PERIOD) {
      isValid = setNumber(slot, fieldType, source, from, to);
    } else if (fieldType.kind() == ValueType.Kind.TEXT) {
      isValid = from < to;
    } else {
      return set(slot, ascii(source, from, to));
    }
    bytes = source;
    starts[slot] = from;
    ends[slot] = to;
    texts[slot] = null;
    return mark(slot, isValid);
  }

  /**
   * Sets a coded field to the text that it had when it was set last, by its bytes, which may stand
   * elsewhere by now.
   */
  public void repeat(int slot, byte[] source, int from, int to) {
    bytes = source;
    starts[slot] = from;
    ends[slot] = to;
    mark(slot, codes[slot] >= 0);
  }

  private static String ascii(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private boolean setCode(int slot, int index) {
    codes[slot] = index < 0 ? UNKNOWN : index;
    return index >= 0;
  }

  /** Rows that follow one another have most codes in common. */
  private boolean setCode(int slot, CodeList list, byte[] source, int from, int to) {
    int length = to - from;
    if (length > Long.BYTES || length == 0) {
      lengths[slot] = 0;
      return setCode(slot, list.indexOf(source, from, to));
    }
    long word = Words.at(source, from, length);
    if (word != words[slot] || length != lengths[slot]) {
      words[slot] = word;
      lengths[slot] = length;
      setCode(slot, list.indexOf(source, from, to));
    }
    return codes[slot] >= 0;
  }

  private boolean setNumber(int slot, ValueType fieldType, byte[] ascii, int from, int to) {
    if (fieldType.kind() == ValueType.Kind.PERIOD) {
      numbers[slot] = TimePeriod.pack(ascii, from, to, fieldType.frequencies());
      return numbers[slot] >= 0;
    }
    numbers[slot] = Lexical.number(ascii, from, to, fieldType.scale());
    return numbers[slot] != Lexical.NO_NUMBER;
  }

  private boolean mark(int slot, boolean isValid) {
    long bit = 1L << slot;
    present |= bit;
    valid = isValid ? valid | bit : valid & ~bit;
    return isValid;
  }

  /** Whether every required field is there. */
  public boolean isComplete() {
    return (required & ~present) == 0;
  }

  @Override
  public boolean isFlawless() {
    return (present & ~valid) == 0;
  }

  @Override
  public boolean allValid(long slots) {
    return (slots & ~valid) == 0;
  }

  @Override
  public RowType type() {
    return type;
  }

  @Override
  public @Nullable String text(int slot) {
    if (!has(slot)) {
      return null;
    }
    String text = texts[slot];
    if (text == null) {
      text = ascii(bytes, starts[slot], ends[slot]);
      texts[slot] = text;
    }
    return text;
  }

  @Override
  public int copyAscii(int slot, byte[] target, int at) {
    if (!has(slot) || texts[slot] != null) {
      return RowView.super.copyAscii(slot, target, at);
    }
    int length = ends[slot] - starts[slot];
    if (length > target.length - at) {
      return -1;
    }
    System.arraycopy(bytes, starts[slot], target, at, length);
    return at + length;
  }

  @Override
  public boolean has(int slot) {
    return (present >>> slot & 1) != 0;
  }

  @Override
  public boolean valid(int slot) {
    return (valid >>> slot & 1) != 0;
  }

  @Override
  public int code(int slot) {
    int code = codes[slot];
    if (code == NOT_CODED) {
      throw new IllegalArgumentException(type.field(slot).name() + " is not coded");
    }
    return has(slot) ? code : ABSENT;
  }

  @Override
  public void codes(int[] target) {
    System.arraycopy(codes, 0, target, 0, codes.length);
    for (long absent = ~(present & coded) & all; absent != 0; absent &= absent - 1) {
      target[Long.numberOfTrailingZeros(absent)] = ABSENT;
    }
  }

  @Override
  public long number(int slot) {
    if (!valid(slot)) {
      throw new IllegalStateException(type.field(slot).name() + " has no valid value");
    }
    return numbers[slot];
  }

  @Override
  public String toString() {
    return Observation.of(this).toString();
  }
}
