package org.midex.codec.avro;

import org.jspecify.annotations.Nullable;
import org.midex.codec.avro.Column.Primitive;
import org.midex.schema.internal.Words;

/** Passes over the values of a column that fills no field. */
final class SkippingScanner extends ColumnScanner {
  private final Column column;

  SkippingScanner(@Nullable ColumnScanner next, Column column) {
    super(next, false);
    this.column = column;
  }

  @Override
  int value(byte[] bytes, int start, int at, int end) {
    int branch = 0;
    int from = at;
    if (column.union()) {
      branch = bytes[from++] >> 1;
      if ((bytes[at] & 1) != 0 || branch < 0 || branch >= column.branches().size()) {
        return ODD;
      }
    }
    int to = skip(column.branches().get(branch), bytes, from, end);
    if (to >= 0) {
      remember(bytes, start, to, 0);
    }
    return to;
  }

  private static int skip(Primitive branch, byte[] bytes, int at, int end) {
    long word = Words.at(bytes, at);
    int size = Varint.size(word);
    return switch (branch) {
      case NULL -> at;
      case BOOLEAN -> at + 1;
      case FLOAT -> at + Float.BYTES;
      case DOUBLE -> at + Double.BYTES;
      case INT, LONG -> size == 0 ? ODD : at + size;
      case BYTES, STRING -> size == 0 ? ODD : skip(Varint.value(word, size), at + size, end);
    };
  }

  private static int skip(long length, int from, int end) {
    if (length < 0) {
      return ODD;
    }
    return length > end - from ? SHORT : from + (int) length;
  }
}
