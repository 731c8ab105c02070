package org.midex.codec.avro;

import org.jspecify.annotations.Nullable;
import org.midex.model.Row;
import org.midex.schema.internal.Words;

/** Takes counts. They differ from row to row, so that none is remembered. */
final class CountScanner extends ColumnScanner {
  private final Row row;
  private final int slot;

  CountScanner(@Nullable ColumnScanner next, boolean optional, Row row, int slot) {
    super(next, optional);
    this.row = row;
    this.slot = slot;
  }

  @Override
  int value(byte[] bytes, int start, int at, int end) {
    long word = Words.at(bytes, at);
    int size = Varint.size(word);
    return size > 0 && row.set(slot, Varint.value(word, size)) ? at + size : ODD;
  }
}
