package org.midex.codec.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.midex.codec.head.HeadText;
import org.midex.model.MessageHead;
import org.midex.model.MessageWriter;
import org.midex.model.RowView;
import org.midex.schema.RowType;
import org.midex.schema.publish.AvroSchemas;

/** Writes rows with the published schema. Same message, same compression: same bytes. */
final class AvroMessageWriter implements MessageWriter {
  /** Bytes of a block, as Apache Avro has it unless told otherwise. */
  private static final int BLOCK = 64_000;

  private final RowEncoder encoder;
  private final BlockWriter blocks;

  private AvroMessageWriter(RowEncoder encoder, BlockWriter blocks) {
    this.encoder = encoder;
    this.blocks = blocks;
  }

  static AvroMessageWriter create(OutputStream out, MessageHead head, Compression compression)
      throws IOException {
    return create(out, head, compression, BLOCK);
  }

  /**
   * A writer at the start of the message.
   *
   * @param block size of a block in bytes before compression, at least
   */
  static AvroMessageWriter create(
      OutputStream out, MessageHead head, Compression compression, int block) throws IOException {
    if (head.isReceipt()) {
      throw new IllegalArgumentException("a receipt is written as XML only");
    }
    byte[] text = HeadText.write(head);
    if (text.length > ContainerHeader.HEAD_SIZE) {
      throw new IllegalArgumentException(
          "the header is larger than " + ContainerHeader.HEAD_SIZE + " bytes");
    }
    compression.requireLibrary();
    RowType type = Objects.requireNonNull(head.type());
    byte[] sync = syncMarker(text);
    out.write(start(type, text, compression, sync));
    return new AvroMessageWriter(
        new RowEncoder(type), new BlockWriter(out, compression.compressor(), sync, block));
  }

  /** The container up to its first block. */
  private static byte[] start(RowType type, byte[] head, Compression compression, byte[] sync)
      throws IOException {
    Schema schema = new Schema.Parser().parse(AvroSchemas.json(type));
    ByteArrayOutputStream start = new ByteArrayOutputStream();
    try (DataFileWriter<Object> file = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
      file.setCodec(compression.factory());
      file.setMeta(ContainerHeader.HEAD, head);
      file.create(schema, start, sync);
    }
    return start.toByteArray();
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
    encoder.append(row, blocks.rows());
    blocks.endRow();
  }

  @Override
  public void close() throws IOException {
    blocks.close();
  }
}
