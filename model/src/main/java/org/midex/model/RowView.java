package org.midex.model;

import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/**
 * Read-only view of one row. Fields are asked for by slot, the place in {@link RowType#fields()}.
 * What a sender can plausibly get wrong stays visible: an unknown code or a malformed number has
 * its text, but no value.
 */
public interface RowView {
  /** {@link #code(int)} of a field that was not sent. */
  int ABSENT = -1;

  /** {@link #code(int)} of a text that is not in the list. */
  int UNKNOWN = -2;

  RowType type();

  /** The field as it was sent; null when it was not. */
  @Nullable String text(int slot);

  /**
   * Copies a field's text where that needs no string: when all of it is ASCII, and there is room.
   *
   * @param at where its first byte goes
   * @return offset behind its last byte; −1 when it was not copied, or the field was not sent
   */
  default int copyAscii(int slot, byte[] target, int at) {
    String text = text(slot);
    if (text == null || text.length() > target.length - at) {
      return -1;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '\u007F') {
        return -1;
      }
      target[at + i] = (byte) c;
    }
    return at + text.length();
  }

  /**
   * Whether the field was sent with a value of its type: a code of the list, a number or period in
   * its lexical form.
   */
  boolean valid(int slot);

  /**
   * A coded field's place in its list, {@link #ABSENT} or {@link #UNKNOWN}.
   *
   * @throws IllegalArgumentException when the field is not coded
   */
  int code(int slot);

  /**
   * All codes at once.
   *
   * @param target gets each coded field's {@link #code(int)} at its slot, and {@link #ABSENT} where
   *     a field is not coded
   */
  default void codes(int[] target) {
    for (Field field : type().fields()) {
      int slot = field.slot();
      target[slot] = field.type().list() == null ? ABSENT : code(slot);
    }
  }

  /**
   * A number's digits at the field's scale (12.50 at scale 2 is 1250), or a period as {@link
   * TimePeriod#packed()}.
   *
   * @throws IllegalStateException when the field is absent or malformed: ask {@link #valid(int)}
   *     first
   */
  long number(int slot);

  /** Whether the field was sent, rightly or wrongly. */
  default boolean has(int slot) {
    return text(slot) != null;
  }

  /** Whether every field that was sent has a value of its type. */
  default boolean isFlawless() {
    for (int slot = 0; slot < type().fields().size(); slot++) {
      if (has(slot) && !valid(slot)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether some fields all have a value of their type.
   *
   * @param slots a bit for each field, the first one's lowest
   */
  default boolean allValid(long slots) {
    for (long left = slots; left != 0; left &= left - 1) {
      if (!valid(Long.numberOfTrailingZeros(left))) {
        return false;
      }
    }
    return true;
  }

  /** An immutable copy of this row. */
  default Observation toObservation() {
    return Observation.of(this);
  }
}
