package org.midex.codec.avro;

import org.jspecify.annotations.Nullable;
import org.midex.codec.bytes.PlainText;
import org.midex.codec.head.Canonical;
import org.midex.model.Row;
import org.midex.model.io.Limits;
import org.midex.schema.internal.Words;

/** Takes codes, periods and texts. */
final class TextScanner extends ColumnScanner {
  private final Row row;
  private final int slot;

  /** Codes are judged elsewhere. */
  private final boolean coded;

  TextScanner(@Nullable ColumnScanner next, boolean optional, Row row, int slot) {
    super(next, optional);
    this.row = row;
    this.slot = slot;
    this.coded = row.type().field(slot).type().list() != null;
  }

  @Override
  int value(byte[] bytes, int start, int at, int end) {
    long word = Words.at(bytes, at);
    int size = Varint.size(word);
    long length = size == 0 ? -1 : Varint.value(word, size);
    if (length < 0 || length > Limits.ATTRIBUTE_LENGTH) {
      return ODD;
    }
    int from = at + size;
    int to = from + (int) length;
    if (to > end) {
      return SHORT;
    }
    if (!PlainText.isPlain(bytes, from, to)) {
      return oddText(bytes, from, to);
    }
    if (!row.set(slot, bytes, from, to) && !coded) {
      return ODD;
    }
    remember(bytes, start, to, 1L << slot);
    return to;
  }

  /** Takes a text that is not plain. */
  private int oddText(byte[] bytes, int from, int to) {
    String text = Utf8.decode(bytes, from, to);
    return text != null && Canonical.isXml(text) && row.set(slot, text) ? to : ODD;
  }
}
