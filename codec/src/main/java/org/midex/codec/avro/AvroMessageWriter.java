package org.midex.codec.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import org.midex.codec.head.Canonical;
import org.midex.codec.head.HeadText;
import org.midex.model.Lexical;
import org.midex.model.MessageHead;
import org.midex.model.MessageWriter;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.publish.AvroSchemas;

/** Writes rows with the published schema. Same message, same compression: same bytes. */
final class AvroMessageWriter implements MessageWriter {
  private static final int NULL_BRANCH = 0;
  private static final int VALUE_BRANCH = 1;

  private final RowType type;
  private final DataFileWriter<GenericRecord> file;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
  private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);

  private AvroMessageWriter(RowType type, DataFileWriter<GenericRecord> file) {
    this.type = type;
    this.file = file;
  }

  static AvroMessageWriter create(OutputStream out, MessageHead head, Compression compression)
      throws IOException {
    byte[] text = HeadText.write(head);
    if (text.length > ContainerHeader.HEAD_SIZE) {
      throw new IllegalArgumentException(
          "the header is larger than " + ContainerHeader.HEAD_SIZE + " bytes");
    }
    compression.requireLibrary();
    RowType type = Objects.requireNonNull(head.type());
    Schema schema = new Schema.Parser().parse(AvroSchemas.json(type));
    DataFileWriter<GenericRecord> file = new DataFileWriter<>(new GenericDatumWriter<>(schema));
    file.setCodec(compression.factory());
    file.setMeta(ContainerHeader.HEAD, text);
    file.create(schema, out, syncMarker(text));
    return new AvroMessageWriter(type, file);
  }

  /** Made from the head, so that the same message gives the same file. */
  private static byte[] syncMarker(byte[] head) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(head);
      return Arrays.copyOf(digest, ContainerHeader.SYNC_SIZE);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void write(RowView row) throws IOException {
    if (row.type() != type) {
      throw new IllegalArgumentException("expected a row of " + type + ", was " + row.type());
    }
    bytes.reset();
    for (Field field : type.fields()) {
      writeField(field, Canonical.fieldText(row, field));
    }
    file.appendEncoded(ByteBuffer.wrap(bytes.toByteArray()));
  }

  private void writeField(Field field, @Nullable String text) throws IOException {
    if (!field.required()) {
      encoder.writeIndex(text == null ? NULL_BRANCH : VALUE_BRANCH);
    }
    if (text != null) {
      switch (field.type().kind()) {
        case COUNT -> encoder.writeLong(Lexical.number(text));
        case AMOUNT -> encoder.writeBytes(BigInteger.valueOf(Lexical.number(text)).toByteArray());
        default -> encoder.writeString(text);
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
