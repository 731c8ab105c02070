package org.midex.codec.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.midex.codec.RecordingSink;
import org.midex.model.MessageReader;
import org.midex.schema.Catalogue;
import org.midex.schema.publish.AvroSchemas;

/** Writes containers byte by byte, good ones and others. Begins as a sound, empty message. */
final class ContainerBuilder {
  static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Message xmlns="urn:midex:1" version="1.0" id="urn:uuid:1">
      <Header>
      <Edition>2026-11-01</Edition>
      <Prepared>2026-11-01T00:00:00Z</Prepared>
      <Sender>
      <Area>AUT</Area>
      <Authority>AT-BMI</Authority>
      </Sender>
      </Header>
      <REFUGEE_POP action="Replace">
      """;
  static final String SCHEMA = AvroSchemas.json(Catalogue.standard().theme("REFUGEE_POP"));

  private static final byte[] SYNC = new byte[16];
  private final Map<String, byte[]> metadata = new LinkedHashMap<>();
  private final ByteArrayOutputStream blocks = new ByteArrayOutputStream();

  ContainerBuilder() {
    meta("avro.schema", SCHEMA).meta("avro.codec", "null").meta("midex.header", HEAD);
  }

  ContainerBuilder meta(String key, String value) {
    return meta(key, value.getBytes(StandardCharsets.UTF_8));
  }

  ContainerBuilder meta(String key, byte[] value) {
    metadata.put(key, value);
    return this;
  }

  ContainerBuilder without(String key) {
    metadata.remove(key);
    return this;
  }

  ContainerBuilder block(long rows, byte[] data) {
    return block(rows, data.length, data, SYNC);
  }

  ContainerBuilder block(long rows, long size, byte[] data, byte[] sync) {
    blocks.writeBytes(join(number(rows), number(size), data, sync));
    return this;
  }

  byte[] bytes() {
    byte[] entries = new byte[0];
    for (Map.Entry<String, byte[]> entry : metadata.entrySet()) {
      entries = join(entries, text(entry.getKey()), data(entry.getValue()));
    }
    return container(join(number(metadata.size()), entries, number(0)));
  }

  /** With these bytes in the place of the metadata. */
  byte[] container(byte[] map) {
    return join(new byte[] {'O', 'b', 'j', 1}, map, SYNC, blocks.toByteArray());
  }

  RecordingSink read() throws IOException {
    return read(bytes());
  }

  /** What a reader says of a container that it can read to its end. */
  static RecordingSink read(byte[] bytes) throws IOException {
    RecordingSink sink = new RecordingSink();
    try (MessageReader reader =
        new AvroCodec(Catalogue.standard()).reader(new java.io.ByteArrayInputStream(bytes), sink)) {
      while (reader.next()) {
        reader.row().toObservation();
      }
    }
    return sink;
  }

  /** A row of REFUGEE_POP with this period, figure and comment. */
  static byte[] row(String period, long figure, byte[] comment) {
    return join(
        text("AUT"),
        text("SYR"),
        text("REF"),
        text("_T"),
        text("_T"),
        text("_T"),
        text("_T"),
        text(period),
        number(1),
        number(figure),
        number(0),
        number(0),
        number(1),
        data(comment));
  }

  static byte[] row() {
    return row("2023", 125, new byte[] {'x'});
  }

  static byte[] text(String text) {
    return data(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] data(byte[] bytes) {
    return join(number(bytes.length), bytes);
  }

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

  static byte[] join(byte[]... parts) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (byte[] part : parts) {
        out.write(part);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
