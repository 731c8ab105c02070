package org.midex.codec.avro;

import org.jspecify.annotations.Nullable;
import org.midex.schema.internal.Words;

/**
 * One column in the fast lane: takes values out of bytes that are as nearly all values are.
 * Remembers the latest value as it was encoded, branch and length and all, if that is a word of
 * eight bytes or less. An encoded value says where it ends: where the same bytes stand again, so
 * does the value.
 */
abstract class ColumnScanner {
  /** Says that a value is an odd one. */
  static final int ODD = -1;

  /** Says that a value goes on behind the bytes that are there. */
  static final int SHORT = -2;

  private static final long NEVER = 1;
  private static final int NULL_BRANCH = 0;
  private static final int VALUE_BRANCH = 1 << 1;

  /** The column behind this one; null where the row ends. */
  final @Nullable ColumnScanner next;

  private final boolean optional;
  private long word = NEVER;
  private long mask;
  private int size;
  private long slots;

  /**
   * @param optional whether each value begins with the number of its branch, null or value
   */
  ColumnScanner(@Nullable ColumnScanner next, boolean optional) {
    this.next = next;
    this.optional = optional;
  }

  /** Whether the remembered value stands at the start of eight bytes. */
  final boolean isNext(long bytes) {
    return (bytes & mask) == word;
  }

  /** Bytes that the remembered value takes. */
  final int size() {
    return size;
  }

  /** A bit for the field that has the remembered value; none for null and for what fills none. */
  final long slots() {
    return slots;
  }

  final void forget() {
    word = NEVER;
    mask = 0;
    slots = 0;
  }

  /**
   * Remembers a value, if it is not too long.
   *
   * @param filled a bit for the field that it fills
   */
  final void remember(byte[] bytes, int from, int to, long filled) {
    if (to - from <= Long.BYTES) {
      size = to - from;
      mask = Words.mask(size);
      word = Words.at(bytes, from) & mask;
      slots = filled;
    }
  }

  /**
   * Takes a value that is not the remembered one.
   *
   * @param start offset of its first byte
   * @param end offset behind the last byte that there is; eight more can be looked at
   * @return offset behind the value, at most eight bytes behind the end; {@link #ODD}; or {@link
   *     #SHORT}
   */
  final int scan(byte[] bytes, int start, int end) {
    forget();
    if (!optional) {
      return value(bytes, start, start, end);
    }
    if (bytes[start] == NULL_BRANCH) {
      remember(bytes, start, start + 1, 0);
      return start + 1;
    }
    return bytes[start] == VALUE_BRANCH ? value(bytes, start, start + 1, end) : ODD;
  }

  /**
   * As {@link #scan}, behind the branch.
   *
   * @param start offset of the branch, or of the value where there is none
   * @param at offset of the value
   */
  abstract int value(byte[] bytes, int start, int at, int end);
}
