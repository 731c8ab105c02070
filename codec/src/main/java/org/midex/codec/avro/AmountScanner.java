package org.midex.codec.avro;

import org.jspecify.annotations.Nullable;
import org.midex.model.Row;
import org.midex.schema.internal.Words;

/** Takes amounts of up to eight bytes: a length, then two's complement, highest byte first. */
final class AmountScanner extends ColumnScanner {
  private final Row row;
  private final int slot;

  AmountScanner(@Nullable ColumnScanner next, boolean optional, Row row, int slot) {
    super(next, optional);
    this.row = row;
    this.slot = slot;
  }

  @Override
  int value(byte[] bytes, int start, int at, int end) {
    long word = Words.at(bytes, at);
    long length = Varint.value(word, 1);
    if (Varint.size(word) != 1 || length < 1 || length > Long.BYTES) {
      return ODD;
    }
    int from = at + 1;
    int to = from + (int) length;
    if (to > end) {
      return SHORT;
    }
    long number = Long.reverseBytes(Words.at(bytes, from)) >> (Long.SIZE - Byte.SIZE * length);
    return row.set(slot, number) ? to : ODD;
  }
}
