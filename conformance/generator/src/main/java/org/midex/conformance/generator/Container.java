package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.midex.conformance.run.AvroFile;
import org.midex.schema.Field;
import org.midex.schema.publish.AvroSchemas;

/** Writes Avro containers byte by byte, good ones and others. */
final class Container {
  static final byte[] SYNC = "MIDEX conformanc".getBytes(UTF_8);

  final Map<String, byte[]> metadata = new LinkedHashMap<>();
  private final ByteArrayOutputStream blocks = new ByteArrayOutputStream();

  /** A message's head and schema, without rows. */
  static Container of(Message message) throws IOException {
    return new Container()
        .meta("avro.schema", schema(message))
        .meta("avro.codec", "null")
        .meta("midex.header", message.headText());
  }

  /** With all rows in one block. */
  static Container whole(Message message) throws IOException {
    Container container = of(message);
    return message.rows.isEmpty() ? container : container.block(message.rows.size(), rows(message));
  }

  /** The published schema without its documentation. */
  static String schema(Message message) throws IOException {
    return AvroFile.undocumented(new Schema.Parser().parse(AvroSchemas.json(message.theme)))
        .toString();
  }

  Container meta(String key, String value) {
    metadata.put(key, value.getBytes(UTF_8));
    return this;
  }

  String meta(String key) {
    return new String(metadata.get(key), UTF_8);
  }

  Container without(String key) {
    metadata.remove(key);
    return this;
  }

  Container block(long rows, byte[] data) {
    return block(rows, data.length, data, SYNC);
  }

  Container block(long rows, long size, byte[] data, byte[] sync) {
    blocks.writeBytes(Bytes.join(number(rows), number(size), data, sync));
    return this;
  }

  byte[] bytes() {
    byte[] entries = number(metadata.size());
    for (Map.Entry<String, byte[]> entry : metadata.entrySet()) {
      entries = Bytes.join(entries, text(entry.getKey()), data(entry.getValue()));
    }
    return bytes(Bytes.join(entries, number(0)));
  }

  /** With these bytes in the place of the metadata. */
  byte[] bytes(byte[] map) {
    return Bytes.join(new byte[] {'O', 'b', 'j', 1}, map, SYNC, blocks.toByteArray());
  }

  static byte[] rows(Message message) {
    return rows(message, message.rows);
  }

  static byte[] rows(Message message, List<Map<String, String>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Map<String, String> row : rows) {
      for (Field field : message.theme.fields()) {
        String text = row.get(field.name());
        if (!field.required()) {
          out.writeBytes(number(text == null ? 0 : 1));
        }
        if (text != null) {
          out.writeBytes(value(field, text));
        }
      }
    }
    return out.toByteArray();
  }

  private static byte[] value(Field field, String text) {
    return switch (field.type().kind()) {
      case COUNT -> number(Long.parseLong(text));
      case AMOUNT -> data(new BigDecimal(text).unscaledValue().toByteArray());
      default -> text(text);
    };
  }

  static byte[] text(String text) {
    return data(text.getBytes(UTF_8));
  }

  static byte[] data(byte[] bytes) {
    return Bytes.join(number(bytes.length), bytes);
  }

  /** In Avro's variable-length form. */
  static byte[] number(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long bits = (value << 1) ^ (value >> 63);
    while ((bits & ~0x7FL) != 0) {
      out.write((int) ((bits & 0x7F) | 0x80));
      bits >>>= 7;
    }
    out.write((int) bits);
    return out.toByteArray();
  }
}
