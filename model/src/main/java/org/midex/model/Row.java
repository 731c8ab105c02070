package org.midex.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/**
 * A row that a reader fills again and again. Parses each text once, when it is set; a text that is
 * set as bytes becomes a string only if somebody asks for it. Not thread-safe.
 */
public final class Row implements RowView {
  private static final byte[] NOTHING = {};

  private final RowType type;
  private final ValueType[] types;
  private final @Nullable CodeList[] lists;
  private final @Nullable String[] texts;
  private final int[] codes;
  private final long[] numbers;
  private final boolean[] valid;

  /** Where texts stand that were set as bytes; 0 and 0 for others. */
  private final int[] starts;

  private final int[] ends;
  private byte[] bytes = NOTHING;

  public Row(RowType type) {
    this.type = type;
    int size = type.fields().size();
    types = type.fields().stream().map(Field::type).toArray(ValueType[]::new);
    lists = type.fields().stream().map(f -> f.type().list()).toArray(CodeList[]::new);
    texts = new String[size];
    codes = new int[size];
    numbers = new long[size];
    valid = new boolean[size];
    starts = new int[size];
    ends = new int[size];
    clear();
  }

  /** Makes every field absent. */
  public void clear() {
    Arrays.fill(texts, null);
    Arrays.fill(codes, ABSENT);
    Arrays.fill(valid, false);
    Arrays.fill(ends, 0);
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
      isValid = setCode(slot, list.indexOf(text));
    } else if (fieldType.isNumber() || fieldType.kind() == ValueType.Kind.PERIOD) {
      byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
      isValid = setNumber(slot, fieldType, ascii, 0, ascii.length);
    } else {
      isValid = Lexical.matches(fieldType, text);
    }
    texts[slot] = text;
    ends[slot] = 0;
    valid[slot] = isValid;
    return isValid;
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
      isValid = setCode(slot, list.indexOf(source, from, to));
    } else if (fieldType.isNumber() || fieldType.kind() == ValueType.Kind.PERIOD) {
      isValid = setNumber(slot, fieldType, source, from, to);
    } else {
      return set(slot, new String(source, from, to - from, StandardCharsets.ISO_8859_1));
    }
    bytes = source;
    starts[slot] = from;
    ends[slot] = to;
    texts[slot] = from == to ? "" : null;
    valid[slot] = isValid;
    return isValid;
  }

  private boolean setCode(int slot, int index) {
    codes[slot] = index < 0 ? UNKNOWN : index;
    return index >= 0;
  }

  private boolean setNumber(int slot, ValueType fieldType, byte[] ascii, int from, int to) {
    if (fieldType.kind() == ValueType.Kind.PERIOD) {
      numbers[slot] = TimePeriod.pack(ascii, from, to, fieldType.frequencies());
      return numbers[slot] >= 0;
    }
    numbers[slot] = Lexical.number(ascii, from, to, fieldType.scale());
    return numbers[slot] != Lexical.NO_NUMBER;
  }

  @Override
  public RowType type() {
    return type;
  }

  @Override
  public @Nullable String text(int slot) {
    if (texts[slot] == null && ends[slot] > 0) {
      int length = ends[slot] - starts[slot];
      texts[slot] = new String(bytes, starts[slot], length, StandardCharsets.ISO_8859_1);
    }
    return texts[slot];
  }

  @Override
  public boolean has(int slot) {
    return ends[slot] > 0 || texts[slot] != null;
  }

  @Override
  public boolean valid(int slot) {
    return valid[slot];
  }

  @Override
  public int code(int slot) {
    if (lists[slot] == null) {
      throw new IllegalArgumentException(type.field(slot).name() + " is not coded");
    }
    return codes[slot];
  }

  @Override
  public long number(int slot) {
    if (!valid[slot]) {
      throw new IllegalStateException(type.field(slot).name() + " has no valid value");
    }
    return numbers[slot];
  }

  @Override
  public String toString() {
    return Observation.of(this).toString();
  }
}
