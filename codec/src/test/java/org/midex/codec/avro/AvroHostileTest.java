package org.midex.codec.avro;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.midex.codec.avro.ContainerBuilder.join;
import static org.midex.codec.avro.ContainerBuilder.number;
import static org.midex.codec.avro.ContainerBuilder.row;
import static org.midex.codec.avro.ContainerBuilder.text;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.codec.RecordingSink;
import org.midex.model.FindingSink;
import org.midex.model.MalformedMessageException;
import org.midex.schema.Catalogue;

/** Every attack ends in a finding, soon and in little memory. */
@Timeout(20)
class AvroHostileTest {
  private static final byte[] SYNC = new byte[16];

  @Test
  void aSoundContainerHasNoFinding() throws IOException {
    assertThat(new ContainerBuilder().block(2, join(row(), row())).read().rules()).isEmpty();
  }

  @Nested
  class Header {
    @ParameterizedTest
    @ValueSource(strings = {"", "O", "Obj", "Obj\u0001", "Obj\u0001\u0002"})
    void cutOff(String start) {
      refuses(start.getBytes(ISO_8859_1), "MDX-S15");
    }

    @Test
    void ofAnotherFormat() {
      refuses("PK\u0003\u0004 and so on".getBytes(ISO_8859_1), "MDX-S05");
    }

    @ParameterizedTest
    @ValueSource(longs = {65, 1L << 40, Long.MAX_VALUE})
    void withTooManyMetadata(long count) {
      refuses(new ContainerBuilder().container(number(count)), "MDX-S04");
    }

    @ParameterizedTest
    @ValueSource(longs = {-65, Long.MIN_VALUE})
    void withTooManyMetadataInASizedPart(long count) {
      refuses(new ContainerBuilder().container(join(number(count), number(9))), "MDX-S04");
    }

    @ParameterizedTest
    @CsvSource({"-1,MDX-S15", "257,MDX-S04", "9223372036854775807,MDX-S04"})
    void withAKeyOfLength(long length, String rule) {
      refuses(new ContainerBuilder().container(join(number(1), number(length))), rule);
    }

    @ParameterizedTest
    @CsvSource({"-1,MDX-S15", "4294967296,MDX-S04", "1048577,MDX-S04", "1048576,MDX-S15"})
    void withASchemaOfLength(long length, String rule) {
      refuses(
          new ContainerBuilder().container(join(number(1), text("avro.schema"), number(length))),
          rule);
    }

    @Test
    void withANumberThatGoesOn() {
      byte[] endless = new byte[64];
      java.util.Arrays.fill(endless, (byte) 0x80);
      refuses(new ContainerBuilder().container(endless), "MDX-S15");
    }

    @Test
    void withTheSameKeyTwice() {
      byte[] entry = join(text("a"), text("b"));
      refuses(
          new ContainerBuilder().container(join(number(2), entry, entry, number(0))), "MDX-S15");
    }

    @Test
    void inSeveralPartsIsRead() throws IOException {
      byte[] entries =
          join(
              number(-1),
              number(1000),
              text("avro.schema"),
              text(ContainerBuilder.SCHEMA),
              number(1),
              text("midex.header"),
              text(ContainerBuilder.HEAD),
              number(0));
      byte[] file = new ContainerBuilder().block(1, row()).container(entries);
      assertThat(ContainerBuilder.read(file).rules()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"midex.header,MDX-S05", "avro.schema,MDX-S15"})
    void without(String key, String rule) {
      refuses(new ContainerBuilder().without(key).bytes(), rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"snappy", "bzip2", "", "DEFLATE"})
    void withTheCompression(String codec) {
      refuses(new ContainerBuilder().meta("avro.codec", codec).bytes(), "MDX-S05");
    }

    @Test
    void withRowsInTheHead() throws IOException {
      ContainerBuilder file = new ContainerBuilder();
      file.meta("midex.header", ContainerBuilder.HEAD + "<Obs OBS_VALUE=\"1\"/>");
      assertThat(file.read().rules()).containsExactly("MDX-S06");
      file.meta("midex.header", ContainerBuilder.HEAD + "125");
      assertThat(file.read().rules()).containsExactly("MDX-S10");
      file.meta("midex.header", ContainerBuilder.HEAD.replace("Replace\">", "Replace\"/>"));
      assertThat(file.read().rules()).containsExactly("MDX-S06");
    }

    @Test
    void withMetadataThatAreOursAndUnknown() throws IOException {
      assertThat(new ContainerBuilder().meta("midex.x", "1").read().rules())
          .containsExactly("MDX-S08");
    }
  }

  @Nested
  class Schema {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "x",
          "{",
          "[]",
          "\"string\"",
          "{}",
          "{\"type\":\"record\"}",
          "{\"a\":1,\"a\":2}",
          "{\"type\":\"record\",\"name\":\"A\",\"fields\":[]}",
          "{\"type\":\"record\",\"name\":\"A\",\"fields\":[\"x\"]}",
          "{\"type\":\"record\",\"name\":\"A\",\"fields\":[{\"name\":\"f\",\"type\":\"string\"}]}{}"
        })
    void thatIsNone(String schema) {
      refuses(new ContainerBuilder().meta("avro.schema", schema).bytes(), "MDX-S15");
    }

    @Test
    void ofGreatDepth() {
      for (int depth : new int[] {17, 1_000, 100_000}) {
        String schema = "{\"type\":".repeat(depth) + "1" + "}".repeat(depth);
        refuses(new ContainerBuilder().meta("avro.schema", schema).bytes(), "MDX-S04");
      }
    }

    /** Each level has the one before twice: 2^60 defaults for a parser that follows them. */
    @Test
    void thatUnfolds() {
      StringBuilder fields = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        String former = "C" + (i - 1) + "\",\"default\":{}}";
        fields.append(i == 0 ? "" : ",").append("{\"name\":\"f").append(i);
        fields.append("\",\"type\":{\"type\":\"record\",\"name\":\"C").append(i);
        fields.append("\",\"fields\":[");
        if (i > 0) {
          fields.append("{\"name\":\"a\",\"type\":\"").append(former).append(',');
          fields.append("{\"name\":\"b\",\"type\":\"").append(former);
        }
        fields.append("]}}");
      }
      String schema = "{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}";
      RecordingSink sink = refused(new ContainerBuilder().meta("avro.schema", schema).bytes());
      assertThat(sink.rules()).contains("MDX-S16").endsWith("MDX-S15");
    }

    @Test
    void whoseRowsTakeNoBytes() {
      String schema =
          "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"f\",\"type\":\"null\"}]}";
      byte[] file =
          new ContainerBuilder()
              .meta("avro.schema", schema)
              .block(Long.MAX_VALUE, new byte[0])
              .bytes();
      assertThat(refused(file).rules()).endsWith("MDX-S15");
    }

    @Test
    void ofTooManyFields() {
      String field = ",{\"name\":\"f\",\"type\":\"string\"}";
      String schema =
          "{\"type\":\"record\",\"name\":\"R\",\"fields\":["
              + field.repeat(200).substring(1)
              + "]}";
      refuses(new ContainerBuilder().meta("avro.schema", schema).bytes(), "MDX-S04");
    }
  }

  @Nested
  class Block {
    @ParameterizedTest
    @CsvSource({
      "-1,10,MDX-S15",
      "1,-1,MDX-S15",
      "1,67108865,MDX-S04",
      "1,9223372036854775807,MDX-S04",
      "1,67108864,MDX-S15",
      "9223372036854775807,1000,MDX-S15"
    })
    void thatLies(long rows, long size, String rule) {
      byte[] file = new ContainerBuilder().block(rows, size, row(), SYNC).bytes();
      assertThat(refused(file).rules()).endsWith(rule);
    }

    @Test
    void withMoreRowsThanItSays() {
      refuses(new ContainerBuilder().block(1, join(row(), row())).bytes(), "MDX-S15");
    }

    @Test
    void withFewerRowsThanItSays() {
      refuses(new ContainerBuilder().block(3, join(row(), row())).bytes(), "MDX-S15");
    }

    @Test
    void withAnotherSyncMarker() {
      byte[] other = "0123456789abcdef".getBytes(ISO_8859_1);
      byte[] row = row();
      refuses(new ContainerBuilder().block(1, row.length, row, other).bytes(), "MDX-S15");
    }

    @Test
    void withAUnionBranchThatIsNone() {
      byte[] row = row();
      row[row.length - 4] = 8;
      refuses(new ContainerBuilder().block(1, row).bytes(), "MDX-S15");
    }

    @ParameterizedTest
    @CsvSource({"-1,MDX-S15", "98305,MDX-S04", "9223372036854775807,MDX-S04", "98304,MDX-S15"})
    void withATextOfLength(long length, String rule) {
      refuses(new ContainerBuilder().block(1, number(length)).bytes(), rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "zstandard"})
    void thatDoesNotExpand(String codec) {
      refuses(new ContainerBuilder().meta("avro.codec", codec).block(1, row()).bytes(), "MDX-S15");
    }

    @Test
    void withBytesAfterItsData() throws IOException {
      byte[] data = deflated(row(), 1);
      ContainerBuilder file = new ContainerBuilder().meta("avro.codec", "deflate");
      assertThat(ContainerBuilder.read(file.block(1, join(data, new byte[4])).bytes()).rules())
          .as("a checksum of zlib, as Python's writers leave it")
          .isEmpty();
      refuses(file.block(1, join(data, new byte[5])).bytes(), "MDX-S15");
    }

    @Test
    void thatSwells() throws IOException {
      byte[] bomb = deflated(row(), 400_000);
      byte[] file =
          new ContainerBuilder().meta("avro.codec", "deflate").block(400_000, bomb).bytes();
      refuses(file, "MDX-S04");
      byte[] zeros = Zstd.compress(new byte[50_000_000]);
      assertThat(zeros.length).isLessThan(10_000);
      byte[] texts =
          new ContainerBuilder().meta("avro.codec", "zstandard").block(1_000_000, zeros).bytes();
      assertThat(refused(texts).rules()).endsWith("MDX-S04");
    }

    @Test
    void ofAnUnknownThemeIsPassedOver() throws IOException {
      String head = ContainerBuilder.HEAD.replace("REFUGEE_POP", "REFUGEES");
      ContainerBuilder file = new ContainerBuilder().meta("midex.header", head);
      assertThat(file.block(1, row()).block(5, row()).read().rules()).containsExactly("MDX-S17");
      byte[] bytes = file.bytes();
      bytes[bytes.length - 1] = 1;
      assertThat(refused(bytes).rules()).containsExactly("MDX-S17", "MDX-S15");
    }
  }

  @Test
  void aFailingDiskIsNoFinding() {
    IOException failure = new IOException("disk");
    byte[] bytes = new ContainerBuilder().block(1, row()).bytes();
    InputStream in =
        new java.io.SequenceInputStream(
            new ByteArrayInputStream(bytes, 0, bytes.length - 20),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw failure;
              }

              @Override
              public int read(byte[] target, int from, int length) throws IOException {
                throw failure;
              }
            });
    RecordingSink sink = new RecordingSink();
    assertThatThrownBy(
            () -> {
              try (var reader = new AvroCodec(Catalogue.standard()).reader(in, sink)) {
                while (reader.next()) {}
              }
            })
        .isSameAs(failure);
    assertThat(sink.rules()).isEmpty();
  }

  private static byte[] deflated(byte[] row, int times) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate =
        new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION, true))) {
      for (int i = 0; i < times; i++) {
        deflate.write(row);
      }
    }
    return out.toByteArray();
  }

  private static void refuses(byte[] file, String rule) {
    assertThat(refused(file).rules()).containsExactly(rule);
  }

  private static RecordingSink refused(byte[] file) {
    RecordingSink sink = new RecordingSink();
    assertThatThrownBy(() -> readAll(file, sink)).isInstanceOf(MalformedMessageException.class);
    return sink;
  }

  private static void readAll(byte[] file, FindingSink sink) throws IOException {
    try (var reader =
        new AvroCodec(Catalogue.standard()).reader(new ByteArrayInputStream(file), sink)) {
      while (reader.next()) {
        reader.location();
      }
    }
  }
}
