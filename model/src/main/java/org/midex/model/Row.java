package org.midex.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.midex.schema.CodeList;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/**
 * A row that a reader fills again and again. Parses each text once, when it is set. Not
 * thread-safe.
 */
public final class Row implements RowView {
  private final RowType type;
  private final @Nullable String[] texts;
  private final int[] codes;
  private final long[] numbers;
  private final boolean[] valid;

  public Row(RowType type) {
    this.type = type;
    int size = type.fields().size();
    texts = new String[size];
    codes = new int[size];
    numbers = new long[size];
    valid = new boolean[size];
    clear();
  }

  /** Makes every field absent. */
  public void clear() {
    Arrays.fill(texts, null);
    Arrays.fill(codes, ABSENT);
    Arrays.fill(valid, false);
  }

  /**
   * Sets a field from its text.
   *
   * @return whether the text is a value of the field's type
   */
  public boolean set(int slot, String text) {
    ValueType fieldType = type.field(slot).type();
    CodeList list = fieldType.list();
    boolean isValid;
    if (list != null) {
      int index = list.indexOf(text);
      codes[slot] = index < 0 ? UNKNOWN : index;
      isValid = index >= 0;
    } else if (fieldType.isNumber()) {
      isValid = Lexical.isNumber(text, fieldType.scale());
      numbers[slot] = isValid ? Lexical.number(text) : 0;
    } else if (fieldType.kind() == ValueType.Kind.PERIOD) {
      numbers[slot] = TimePeriod.pack(text, fieldType.frequencies());
      isValid = numbers[slot] >= 0;
    } else {
      isValid = Lexical.matches(fieldType, text);
    }
    texts[slot] = text;
    valid[slot] = isValid;
    return isValid;
  }

  @Override
  public RowType type() {
    return type;
  }

  @Override
  public @Nullable String text(int slot) {
    return texts[slot];
  }

  @Override
  public boolean valid(int slot) {
    return valid[slot];
  }

  @Override
  public int code(int slot) {
    if (type.field(slot).type().list() == null) {
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
