package org.midex.codec.avro;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.midex.codec.MessageArbitraries;
import org.midex.codec.MessageArbitraries.Message;
import org.midex.codec.RecordingSink;
import org.midex.codec.Trickle;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageReader;
import org.midex.model.MessageWriter;
import org.midex.model.Observation;
import org.midex.model.Row;
import org.midex.model.RowView;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/**
 * Both lanes read the same rows, find the same and tell the same places, whatever the bytes. With
 * room for one byte of a block no row has enough, so that the exact lane reads alone.
 */
class AvroLanesTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final int EXACT = 1;
  private static final int ALL = 1 << 16;

  @Provide
  Arbitrary<Message> messages() {
    return MessageArbitraries.messages();
  }

  @Property(tries = 500)
  void readTheSame(
      @ForAll("messages") Message message,
      @ForAll @IntRange(max = 60) int oddity,
      @ForAll boolean damaged,
      @ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    byte[] file = new OddMessages(random, oddity).container(message, damaged);
    assertSame(file, 2 + random.nextInt(400), 1 + random.nextInt(300));
    assertSame(file, ALL, 1 << 20);
  }

  @Property(tries = 200)
  void readWhatAvroReads(@ForAll("messages") Message message, @ForAll Compression compression)
      throws IOException {
    byte[] file = write(message, compression);
    RowType type = Objects.requireNonNull(message.head().type());
    Row expected = new Row(type);
    try (var generic =
            new DataFileStream<GenericRecord>(
                new ByteArrayInputStream(file), new GenericDatumReader<>());
        MessageReader reader =
            new AvroCodec(CATALOGUE).reader(new ByteArrayInputStream(file), new RecordingSink())) {
      for (GenericRecord record : generic) {
        assertThat(reader.next()).isTrue();
        expected.clear();
        for (Field field : type.fields()) {
          Object value = record.get(field.name());
          if (value != null) {
            expected.set(field.slot(), text(field, value));
          }
        }
        assertThat(values(reader.row())).isEqualTo(values(expected));
        assertThat(reader.rowIsSound()).isTrue();
      }
      assertThat(reader.next()).isFalse();
    }
  }

  private static String text(Field field, Object value) {
    if (value instanceof ByteBuffer digits) {
      byte[] bytes = new byte[digits.remaining()];
      digits.get(bytes);
      return new BigDecimal(new BigInteger(bytes), field.type().scale()).toPlainString();
    }
    return value.toString();
  }

  /** Every byte of a row is the last of a buffer once, and the last that a stream gives. */
  @ParameterizedTest
  @EnumSource
  void readTheSameWhereverBuffersEnd(Compression compression) throws IOException {
    Message message = MessageArbitraries.messages(CATALOGUE.theme("ASYLUM_APP")).sample();
    byte[] file = write(message, compression);
    for (int room = 2; room < 300; room++) {
      assertSame(file, room, 1 + room % 7);
      assertSame(file, room, 1 << 20);
      assertSame(file, ALL, room);
    }
  }

  /** What is told of the end of a block names the row before it. */
  @Test
  void aRowStaysUntilTheNext() throws IOException {
    byte[] row = ContainerBuilder.row("2023", 1, "a longer comment".getBytes(UTF_8));
    byte[] other = ContainerBuilder.row("2023", 1, "another comment!".getBytes(UTF_8));
    byte[] bytes = new ContainerBuilder().block(1, ContainerBuilder.join(row, other)).bytes();
    InputStream in = new ByteArrayInputStream(bytes);
    try (MessageReader reader =
        AvroMessageReader.open(CATALOGUE, in, new RecordingSink(), row.length)) {
      assertThat(reader.next()).isTrue();
      assertThatThrownBy(reader::next)
          .isInstanceOf(MalformedMessageException.class)
          .hasMessageContaining("more bytes");
      assertThat(reader.row().toObservation().fields())
          .containsEntry("COMMENT", "a longer comment");
    }
  }

  private static void assertSame(byte[] file, int room, int step) throws IOException {
    assertThat(told(file, room, step))
        .as(() -> room + " " + step + " " + HexFormat.of().formatHex(file))
        .isEqualTo(told(file, EXACT, 1 << 20));
  }

  /** Rows, findings and how it ends. */
  private static List<String> told(byte[] file, int room, int step) throws IOException {
    RecordingSink sink = new RecordingSink();
    List<String> told = new ArrayList<>();
    try (MessageReader reader =
        AvroMessageReader.open(CATALOGUE, new Trickle(file, step), sink, room)) {
      told.add(reader.head().toString());
      while (reader.next()) {
        told.add(
            values(reader.row())
                + " "
                + reader.rowIsSound()
                + " "
                + reader.number()
                + " "
                + reader.location());
      }
      told.add(reader.number() + " rows");
    } catch (MalformedMessageException e) {
      told.add(e.getMessage());
    }
    told.addAll(sink.told());
    return told;
  }

  private static List<String> values(RowView row) {
    List<String> values = new ArrayList<>();
    for (Field field : row.type().fields()) {
      int slot = field.slot();
      boolean numeric = field.type().isNumber() || !field.type().frequencies().isEmpty();
      values.add(
          row.text(slot)
              + (row.valid(slot) ? " valid " : " ")
              + (field.type().list() == null ? "" : row.code(slot))
              + (numeric && row.valid(slot) ? row.number(slot) : ""));
    }
    values.add(String.valueOf(row.isFlawless()));
    return values;
  }

  private static byte[] write(Message message, Compression compression) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AvroCodec codec = new AvroCodec(CATALOGUE).withCompression(compression);
    try (MessageWriter writer = codec.writer(out, message.head())) {
      for (Observation row : message.rows()) {
        writer.write(row);
      }
    }
    return out.toByteArray();
  }
}
