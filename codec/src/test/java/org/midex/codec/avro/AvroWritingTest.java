package org.midex.codec.avro;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.midex.codec.CodecContractTest;
import org.midex.codec.DigestWriter;
import org.midex.codec.MessageArbitraries;
import org.midex.codec.MessageArbitraries.Message;
import org.midex.codec.OddRows;
import org.midex.codec.RecordingSink;
import org.midex.codec.head.HeadText;
import org.midex.model.MessageWriter;
import org.midex.model.Observation;
import org.midex.model.RowView;
import org.midex.schema.Catalogue;
import org.midex.schema.RowType;
import org.midex.schema.publish.AvroSchemas;

/** The writer writes what Apache Avro's generic writer would, however rows are kept. */
class AvroWritingTest {
  @Provide
  Arbitrary<Message> messages() {
    return OddRows.messages();
  }

  @Property(tries = 150)
  void writesWhatAvroWrites(
      @ForAll("messages") Message message, @ForAll @IntRange(min = 32, max = 600) int block)
      throws IOException {
    for (Compression compression : List.of(Compression.NONE, Compression.DEFLATE)) {
      byte[] expected = byAvro(message, compression, block);
      for (int form = 0; form < OddRows.FORMS; form++) {
        assertThat(byUs(message, compression, block, form)).isEqualTo(expected);
      }
    }
  }

  /** Its frames differ from Avro's in that they state how long they are. */
  @Property(tries = 100)
  void zstandardIsReadBack(
      @ForAll("messages") Message message, @ForAll @IntRange(min = 32, max = 600) int block)
      throws IOException {
    byte[] file = byUs(message, Compression.ZSTANDARD, block, 0);
    assertThat(byUs(message, Compression.ZSTANDARD, block, 2)).isEqualTo(file);
    RecordingSink sink = new RecordingSink();
    assertThat(CodecContractTest.read(new AvroCodec(Catalogue.standard()), file, sink).rows())
        .isEqualTo(OddRows.writable(message));
  }

  private static byte[] byUs(Message message, Compression compression, int block, int form)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MessageWriter writer = AvroMessageWriter.create(out, message.head(), compression, block)) {
      for (Observation row : message.rows()) {
        RowView given = OddRows.forms(row).get(form);
        if (OddRows.isWritable(row)) {
          writer.write(given);
        } else {
          assertThatThrownBy(() -> writer.write(given))
              .isInstanceOf(IllegalArgumentException.class);
        }
      }
    }
    return out.toByteArray();
  }

  private static byte[] byAvro(Message message, Compression compression, int block)
      throws IOException {
    RowType type = requireNonNull(message.head().type());
    Schema schema = new Schema.Parser().parse(AvroSchemas.json(type));
    byte[] head = HeadText.write(message.head());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
      writer.setCodec(compression.factory());
      writer.setSyncInterval(block);
      writer.setMeta("midex.header", head);
      writer.create(schema, out, Arrays.copyOf(DigestWriter.sha256().digest(head), 16));
      for (Observation row : OddRows.writable(message)) {
        writer.append(GenericRows.of(schema, row));
      }
    }
    return out.toByteArray();
  }

  @Test
  void refusesRowsOfAnotherTheme() throws IOException {
    Message message =
        MessageArbitraries.messages(Catalogue.standard().theme("ASYLUM_APP")).sample();
    Observation other =
        MessageArbitraries.observations(Catalogue.standard().theme("MIG_STOCK")).sample();
    try (MessageWriter writer =
        AvroMessageWriter.create(
            new ByteArrayOutputStream(), message.head(), Compression.NONE, 1)) {
      assertThatThrownBy(() -> writer.write(other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("ASYLUM_APP");
    }
  }
}
