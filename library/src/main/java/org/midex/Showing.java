package org.midex;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.internal.Format;
import org.midex.internal.XmlRecord;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.MessageReader;
import org.midex.model.RowView;
import org.midex.model.io.LateFailure;
import org.midex.schema.Field;

/** Finds one row of a message. */
final class Showing {
  private Showing() {}

  /** XML is scanned for the row, which is then read as a message of its own. */
  static ShownRow of(Midex midex, Source source, long record) throws IOException {
    FindingSink ignoring = FindingSink.ignoring();
    try (BufferedInputStream in = Format.plain(source.open(), ignoring)) {
      Format format = Format.of(in, ignoring);
      if (format == Format.XML) {
        XmlRecord found = XmlRecord.find(in, record);
        if (found.location() == null) {
          return new ShownRow(found.number(), null, null, Map.of());
        }
        try (MessageReader one =
            midex
                .codec(format)
                .reader(new ByteArrayInputStream(found.alone().getBytes(UTF_8)), ignoring)) {
          Map<Field, String> fields = one.next() ? fields(one.row()) : Map.of();
          return new ShownRow(record, found.location(), found.text(), fields);
        }
      }
      try (MessageReader reader = midex.codec(format).reader(in, ignoring)) {
        return of(reader, record);
      }
    } catch (LateFailure e) {
      throw LateFailure.met(e); // the row is behind the damage
    }
  }

  static ShownRow of(MessageReader reader, long record) throws IOException {
    reader.skip(record - 1);
    boolean found = reader.next();
    @Nullable Location location = found ? reader.location() : null;
    return new ShownRow(reader.number(), location, null, found ? fields(reader.row()) : Map.of());
  }

  private static Map<Field, String> fields(RowView row) {
    Map<Field, String> fields = new LinkedHashMap<>();
    for (Field field : row.type().fields()) {
      String text = row.text(field.slot());
      if (text != null) {
        fields.put(field, text);
      }
    }
    return fields;
  }
}
