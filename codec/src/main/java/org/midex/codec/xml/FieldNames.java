package org.midex.codec.xml;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.midex.schema.RowType;

/** The attributes of a theme's observations as bytes, {@code NAME="}, eight at a time. */
final class FieldNames {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final int[] lengths;
  private final long[][] words;
  private final long[] lastMasks;

  FieldNames(RowType type) {
    int size = type.fields().size();
    lengths = new int[size];
    words = new long[size][];
    lastMasks = new long[size];
    for (int slot = 0; slot < size; slot++) {
      byte[] text = (type.field(slot).name() + "=\"").getBytes(StandardCharsets.UTF_8);
      int count = (text.length + Long.BYTES - 1) / Long.BYTES;
      byte[] padded = Arrays.copyOf(text, count * Long.BYTES);
      lengths[slot] = text.length;
      words[slot] = new long[count];
      for (int i = 0; i < count; i++) {
        words[slot][i] = (long) WORD.get(padded, i * Long.BYTES);
      }
      lastMasks[slot] = -1L >>> (Byte.SIZE * (count * Long.BYTES - text.length));
    }
  }

  /** Length of the longest. */
  int longest() {
    return Arrays.stream(lengths).max().orElse(0);
  }

  int length(int slot) {
    return lengths[slot];
  }

  /** Whether a field's name, equals sign and quote stand at a place. */
  boolean matches(int slot, byte[] bytes, int at) {
    long[] expected = words[slot];
    int last = expected.length - 1;
    for (int i = 0; i < last; i++) {
      if ((long) WORD.get(bytes, at + i * Long.BYTES) != expected[i]) {
        return false;
      }
    }
    long word = (long) WORD.get(bytes, at + last * Long.BYTES);
    return (word & lastMasks[slot]) == expected[last];
  }

  /**
   * The field whose name stands at a place, or −1.
   *
   * @param first the one to try first
   */
  int find(byte[] bytes, int at, int first) {
    for (int i = 0, slot = first; i < lengths.length; i++, slot++) {
      if (slot == lengths.length) {
        slot = 0;
      }
      if (matches(slot, bytes, at)) {
        return slot;
      }
    }
    return -1;
  }
}
