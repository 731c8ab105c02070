package org.midex.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
  /** The most bytes of a text that the row keeps itself; longer texts stay where they are. */
  public static final int SHORT = Long.BYTES;

  private static final byte[] NOTHING = {};

  /** Stands in {@code codes} for fields that have none. */
  private static final int NOT_CODED = Integer.MIN_VALUE;

  // in the place of a length, what the latest value was set as if not as a short text's bytes
  private static final int LONG = -1;
  private static final int NUMBER = -2;
  private static final int STRING = -3;

  private final RowType type;
  private final ValueType[] types;
  private final @Nullable CodeList[] lists;
  private final @Nullable String[] texts;
  private final int[] codes;
  private final long[] numbers;

  private final @Nullable RecentPeriods[] periods;

  /** By slot, the length of the latest text if that was short and set as bytes, and those bytes. */
  private final int[] lengths;

  private final long[] words;

  /** By slot, where a long text stands. */
  private final int[] starts;

  private final int[] ends;
  private byte[] bytes = NOTHING;

  /** A bit for each slot, the first slot lowest. */
  private final long required;

  private final long coded;
  private final long all;

  private long present;

  /** Also of absent fields: whether their latest value was valid. */
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
    periods = new RecentPeriods[size];
    words = new long[size];
    lengths = new int[size];
    Arrays.fill(lengths, STRING);
    starts = new int[size];
    ends = new int[size];
    required = type.bits(Field::required);
    coded = type.bits(f -> f.type().list() != null);
    all = type.bits(f -> true);
  }

  /** Makes every field absent. */
  public void clear() {
    present = 0;
  }

  /**
   * Sets a field from its text. The same text as in the row before is not parsed again.
   *
   * @return whether the text is a value of the field's type
   */
  public boolean set(int slot, String text) {
    if (lengths[slot] == STRING && text.equals(texts[slot])) {
      present |= 1L << slot;
      return valid(slot);
    }
    ValueType fieldType = types[slot];
    CodeList list = lists[slot];
    boolean isValid;
    if (list != null) {
      isValid = setCode(slot, list.indexOf(text));
    } else if (fieldType.isNumber() || fieldType.kind() == ValueType.Kind.PERIOD) {
      byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
      isValid = parse(slot, ascii, 0, ascii.length);
    } else {
      isValid = Lexical.matches(fieldType, text);
    }
    lengths[slot] = STRING;
    texts[slot] = text;
    return mark(slot, isValid);
  }

  /**
   * Sets a field from its text in printable ASCII. Rows that follow one another have most values in
   * common: the same short text is not parsed again. Until the row is cleared the bytes must stay
   * as they are.
   *
   * @param source the same for all fields of the row
   * @param from offset of the first byte
   * @param to offset behind the last byte
   * @return whether the text is a value of the field's type
   */
  public boolean set(int slot, byte[] source, int from, int to) {
    int length = to - from;
    if (length <= SHORT) {
      long word = Words.at(source, from, length);
      if (word == words[slot] && length == lengths[slot]) {
        present |= 1L << slot;
        return valid(slot);
      }
      words[slot] = word;
      lengths[slot] = length;
    } else {
      bytes = source;
      starts[slot] = from;
      ends[slot] = to;
      lengths[slot] = LONG;
    }
    texts[slot] = null;
    return mark(slot, parse(slot, source, from, to));
  }

  private boolean parse(int slot, byte[] source, int from, int to) {
    ValueType fieldType = types[slot];
    CodeList list = lists[slot];
    if (list != null) {
      return setCode(slot, list.indexOf(source, from, to));
    }
    if (fieldType.kind() == ValueType.Kind.PERIOD) {
      numbers[slot] = recentPeriods(slot).pack(source, from, to);
      return numbers[slot] >= 0;
    }
    if (fieldType.isNumber()) {
      return setNumber(slot, fieldType, source, from, to);
    }
    return fieldType.kind() == ValueType.Kind.TEXT
        ? from < to
        : Lexical.matches(fieldType, ascii(source, from, to));
  }

  private RecentPeriods recentPeriods(int slot) {
    RecentPeriods recent = periods[slot];
    if (recent == null) {
      recent = new RecentPeriods(types[slot].frequencies());
      periods[slot] = recent;
    }
    return recent;
  }

  /**
   * Sets a number, or a number with a fraction.
   *
   * @param number its digits at the field's scale
   * @return whether it is a value of the field's type: one of more than 18 digits is none
   */
  public boolean set(int slot, long number) {
    if (number > Lexical.LARGEST || number < -Lexical.LARGEST) {
      return set(slot, Lexical.text(number, types[slot].scale()));
    }
    numbers[slot] = number;
    lengths[slot] = NUMBER;
    texts[slot] = null;
    return mark(slot, true);
  }

  /**
   * Gives fields the values again that they were last set to, for readers that see the same bytes
   * again.
   *
   * @param slots a bit for each field, the first slot lowest; none whose text was set as more than
   *     {@link #SHORT} bytes, which need not stand there any more
   */
  public void repeat(long slots) {
    present |= slots;
  }

  private static String ascii(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private boolean setCode(int slot, int index) {
    codes[slot] = index < 0 ? UNKNOWN : index;
    return index >= 0;
  }

  private boolean setNumber(int slot, ValueType fieldType, byte[] ascii, int from, int to) {
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
    return (slots & ~(present & valid)) == 0;
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
      text = makeText(slot, lengths[slot]);
      texts[slot] = text;
    }
    return text;
  }

  private String makeText(int slot, int length) {
    return switch (length) {
      case NUMBER -> Lexical.text(numbers[slot], types[slot].scale());
      case LONG -> ascii(bytes, starts[slot], ends[slot]);
      default -> ascii(Words.bytes(words[slot]), 0, length);
    };
  }

  @Override
  public int copyAscii(int slot, byte[] target, int at) {
    int length = has(slot) ? lengths[slot] : STRING;
    if (length == STRING || length == NUMBER) {
      return RowView.super.copyAscii(slot, target, at);
    }
    boolean isLong = length == LONG;
    int size = isLong ? ends[slot] - starts[slot] : length;
    if (size > target.length - at) {
      return -1;
    }
    if (isLong) {
      System.arraycopy(bytes, starts[slot], target, at, size);
    } else {
      System.arraycopy(Words.bytes(words[slot]), 0, target, at, size);
    }
    return at + size;
  }

  @Override
  public boolean has(int slot) {
    return (present >>> slot & 1) != 0;
  }

  @Override
  public boolean valid(int slot) {
    return ((present & valid) >>> slot & 1) != 0;
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
