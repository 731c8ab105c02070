package org.midex.benchmarks.inner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.midex.benchmarks.contend.KeptRows;
import org.midex.benchmarks.data.AsylumRows;
import org.midex.benchmarks.data.Head;
import org.midex.model.Codec;
import org.midex.model.MessageWriter;
import org.midex.model.Row;
import org.midex.schema.Catalogue;

/** What the loops work on; nothing of it comes from files. */
final class Memory {
  private Memory() {}

  static List<Row> rows(Catalogue catalogue) {
    try {
      return KeptRows.of(catalogue).rows();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Texts of one field, as a sorted message has them. */
  static List<String> texts(Catalogue catalogue, String field, int number) {
    List<String> texts = new ArrayList<>();
    for (Row row : rows(catalogue)) {
      String text = row.text(row.type().field(field).slot());
      if (text != null && texts.size() < number) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** A message of so many rows. */
  static byte[] message(Catalogue catalogue, Codec codec, int rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MessageWriter writer = codec.writer(bytes, Head.of(catalogue))) {
      new AsylumRows(catalogue, rows).forEach(writer::write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
