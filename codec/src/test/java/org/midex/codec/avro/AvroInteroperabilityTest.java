package org.midex.codec.avro;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.midex.codec.CodecContractTest;
import org.midex.codec.MessageArbitraries;
import org.midex.codec.MessageArbitraries.Message;
import org.midex.codec.RecordingSink;
import org.midex.codec.head.HeadText;
import org.midex.model.Observation;
import org.midex.schema.Catalogue;
import org.midex.schema.RowType;
import org.midex.schema.publish.AvroSchemas;

/** Apache Avro reads what we write, and we read what it writes. */
class AvroInteroperabilityTest {
  private static final AvroCodec CODEC = new AvroCodec(Catalogue.standard());

  @Provide
  Arbitrary<Message> messages() {
    return MessageArbitraries.messages();
  }

  @Provide
  Arbitrary<Message> amounts() {
    return MessageArbitraries.messages(Catalogue.standard().theme("REMITTANCE"));
  }

  @Property(tries = 100)
  void avroReadsOurFiles(@ForAll("messages") Message message) throws IOException {
    assertThat(readByAvro(CodecContractTest.write(CODEC, message))).isEqualTo(texts(message));
  }

  @Property(tries = 100)
  void weReadAvrosFiles(@ForAll("messages") Message message) throws IOException {
    RecordingSink sink = new RecordingSink();
    assertThat(CodecContractTest.read(CODEC, writeByAvro(message), sink)).isEqualTo(message);
    assertThat(sink.rules()).isEmpty();
  }

  @Property(tries = 100)
  void amountsAreDecimals(@ForAll("amounts") Message message) throws IOException {
    RecordingSink sink = new RecordingSink();
    assertThat(CodecContractTest.read(CODEC, writeByAvro(message), sink)).isEqualTo(message);
    assertThat(sink.rules()).isEmpty();
    assertThat(readByAvro(CodecContractTest.write(CODEC, message))).isEqualTo(texts(message));
  }

  @ParameterizedTest
  @EnumSource
  void everyCompressionIsReadBack(Compression compression) throws IOException {
    Message message = MessageArbitraries.messages().sample();
    byte[] file = CodecContractTest.write(CODEC.withCompression(compression), message);
    assertThat(CodecContractTest.read(CODEC, file, new RecordingSink())).isEqualTo(message);
    assertThat(readByAvro(file)).isEqualTo(texts(message));
    assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains(compression.codec());
  }

  private static List<Map<String, String>> texts(Message message) {
    return message.rows().stream().map(Observation::fields).toList();
  }

  private static List<Map<String, String>> readByAvro(byte[] file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (DataFileStream<GenericRecord> in =
        new DataFileStream<>(new ByteArrayInputStream(file), new GenericDatumReader<>())) {
      for (GenericRecord row : in) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Schema.Field field : row.getSchema().getFields()) {
          Object value = row.get(field.pos());
          if (value instanceof ByteBuffer bytes) {
            texts.put(field.name(), decimal(bytes, field.schema()));
          } else if (value != null) {
            texts.put(field.name(), value.toString());
          }
        }
        rows.add(texts);
      }
    }
    return rows;
  }

  private static String decimal(ByteBuffer value, Schema union) {
    LogicalTypes.Decimal type =
        (LogicalTypes.Decimal)
            union.getTypes().stream()
                .map(Schema::getLogicalType)
                .filter(LogicalTypes.Decimal.class::isInstance)
                .findFirst()
                .orElseThrow();
    byte[] bytes = new byte[value.remaining()];
    value.get(bytes);
    return new BigDecimal(new BigInteger(bytes), type.getScale()).toPlainString();
  }

  private static byte[] writeByAvro(Message message) throws IOException {
    RowType type = requireNonNull(message.head().type());
    Schema schema = new Schema.Parser().parse(AvroSchemas.json(type));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
      writer.setCodec(CodecFactory.deflateCodec(1));
      writer.setMeta("midex.header", HeadText.write(message.head()));
      writer.create(schema, out);
      for (Observation row : message.rows()) {
        writer.append(GenericRows.of(schema, row));
      }
    }
    return out.toByteArray();
  }
}
