package org.midex.codec.avro;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.midex.codec.avro.ContainerBuilder.HEAD;
import static org.midex.codec.avro.ContainerBuilder.SCHEMA;
import static org.midex.codec.avro.ContainerBuilder.join;
import static org.midex.codec.avro.ContainerBuilder.number;
import static org.midex.codec.avro.ContainerBuilder.row;
import static org.midex.codec.avro.ContainerBuilder.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midex.codec.RecordingSink;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageReader;
import org.midex.model.Problem;
import org.midex.schema.Catalogue;

/** Files whose own schema is not the published one. */
class AvroSchemaTest {
  private static final String COMMENT =
      SCHEMA.substring(SCHEMA.indexOf(",\n    {\"name\": \"COMMENT\""), SCHEMA.indexOf("\n  ]\n"));
  private static final String NEWER = HEAD.replace("version=\"1.0\" id", "version=\"1.9\" id");
  private static final int COMMENT_BYTES = 3;

  /** Each line: what to replace in the schema, by what, and the field of the finding. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "REFUGEE_POP"                          | "MIG_STOCK"                        | REFUGEE_POP
          "org.midex.v1"                         | "org.midex.v2"                     | REFUGEE_POP
          "OBS_VALUE", "type": ["null", "long"]  | "OBS_VALUE", "type": ["null", "int"]  | OBS_VALUE
          "OBS_VALUE", "type": ["null", "long"]  | "OBS_VALUE", "type": ["null", {"type": "bytes", "logicalType": "decimal", "precision": 18, "scale": 2}]  | OBS_VALUE
          "COMMENT", "type": ["null", "string"]  | "COMMENT", "type": ["null", "bytes"]  | COMMENT
          "SEX", "type": "string"                | "SEX", "type": "bytes"             | SEX
          """)
  void otherNamesAndTypesAreReportedOnce(String what, String by, String field) throws IOException {
    assertThat(SCHEMA).contains(what);
    ContainerBuilder file = new ContainerBuilder().meta("avro.schema", SCHEMA.replace(what, by));
    byte[] row = row("2023", 0, new byte[] {'x'});
    assertThat(file.block(2, join(row, row)).read().problems())
        .containsExactly(Problem.of("MDX-S16", field));
  }

  @Test
  void anotherNameIsOneUnknownAndOneMissing() throws IOException {
    ContainerBuilder file =
        new ContainerBuilder().meta("avro.schema", SCHEMA.replace("\"SEX\"", "\"Sex\""));
    assertThat(file.block(1, row()).read().problems())
        .containsExactly(Problem.of("MDX-S16", "Sex"), Problem.of("MDX-S16", "SEX"));
  }

  @Test
  void rowsOfAnotherSchemaAreNotSound() throws IOException {
    byte[] file =
        new ContainerBuilder()
            .meta("avro.schema", SCHEMA.replace("\"COMMENT\"", "\"REMARK\""))
            .block(1, row())
            .bytes();
    RecordingSink sink = new RecordingSink();
    try (MessageReader reader = open(file, sink)) {
      assertThat(reader.next()).isTrue();
      assertThat(reader.rowIsSound()).isFalse();
      assertThat(reader.row().toObservation().fields()).containsEntry("OBS_VALUE", "125");
    }
    assertThat(sink.occurrences().get(0).details()).containsEntry("found", "[null, string]");
  }

  @Test
  void aReceiptIsNoContainer() {
    String receipt = HEAD.substring(0, HEAD.indexOf("<REFUGEE_POP")) + "<Receipt>\n</Receipt>\n";
    ContainerBuilder file = new ContainerBuilder().meta("midex.header", receipt);
    assertThatThrownBy(() -> file.block(1, row()).read())
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("MDX-S05")
        .hasMessageContaining("XML only");
  }

  @Test
  void anOptionalFieldMayBeMissing() throws IOException {
    byte[] row = row();
    ContainerBuilder file = new ContainerBuilder().meta("avro.schema", SCHEMA.replace(COMMENT, ""));
    file.block(1, java.util.Arrays.copyOf(row, row.length - COMMENT_BYTES));
    assertThat(file.read().rules()).isEmpty();
  }

  @Test
  void fieldsMayStandInAnotherOrderAndSaySomethingMore() throws IOException {
    String swapped =
        SCHEMA
            .replace("\"name\": \"REF_AREA\", \"type\": \"string\"", "\"name\": \"@\", \"type\": @")
            .replace("\"name\": \"ORIGIN\"", "\"name\": \"REF_AREA\"")
            .replace("\"@\"", "\"ORIGIN\"")
            .replace("@", "{\"type\": \"string\", \"avro.java.string\": \"String\"}");
    byte[] file = new ContainerBuilder().meta("avro.schema", swapped).block(1, row()).bytes();
    RecordingSink sink = new RecordingSink();
    try (MessageReader reader = open(file, sink)) {
      reader.next();
      assertThat(reader.row().toObservation().fields())
          .containsEntry("ORIGIN", "AUT")
          .containsEntry("REF_AREA", "SYR");
    }
    assertThat(sink.rules()).isEmpty();
  }

  @Test
  void aFieldTooManyIsReportedAndPassedOver() throws IOException {
    assertThat(withUnknownFields(HEAD).problems())
        .containsExactly(Problem.of("MDX-S16", "NEW"), Problem.of("MDX-S16", "NEWER"));
  }

  @Test
  void aFieldOfANewerMinorMakesTheVerdictIncomplete() throws IOException {
    RecordingSink sink = withUnknownFields(NEWER);
    assertThat(sink.problems())
        .containsExactly(Problem.of("MDX-S14", "NEW"), Problem.of("MDX-S14", "NEWER"));
    assertThat(sink.isIncomplete()).isTrue();
    assertThat(sink.occurrences().get(0).details())
        .containsEntry("version", "1.9")
        .containsEntry("known", "1.0");
  }

  /** Two rows with two fields more, one of a double and one of optional bytes. */
  private static RecordingSink withUnknownFields(String head) throws IOException {
    String fields =
        COMMENT
            + ",{\"name\":\"NEW\",\"type\":\"double\"}"
            + ",{\"name\":\"NEWER\",\"type\":[\"null\",\"bytes\"]}";
    byte[] first = join(row(), new byte[8], number(0));
    byte[] second = join(row(), new byte[8], number(1), text("abc"));
    ContainerBuilder file =
        new ContainerBuilder()
            .meta("avro.schema", SCHEMA.replace(COMMENT, fields))
            .meta("midex.header", head);
    return file.block(2, join(first, second)).read();
  }

  @Test
  void theSameFieldTwiceIsADifferenceInEveryVersion() throws IOException {
    ContainerBuilder file =
        new ContainerBuilder()
            .meta("avro.schema", SCHEMA.replace(COMMENT, COMMENT + COMMENT))
            .meta("midex.header", NEWER);
    byte[] row = join(row(), number(0));
    assertThat(file.block(1, row).read().problems())
        .containsExactly(Problem.of("MDX-S16", "COMMENT"));
  }

  @ParameterizedTest
  @CsvSource({"-1", "2147483648", "9223372036854775807"})
  void ofFindingsInTheHeadThePlaceIsWhereItStarts(String prepared) throws IOException {
    ContainerBuilder file =
        new ContainerBuilder().meta("midex.header", HEAD.replace("2026-11-01T00:00:00Z", prepared));
    RecordingSink sink = file.read();
    assertThat(sink.rules()).containsExactly("MDX-S11");
    int start = new String(file.bytes(), ISO_8859_1).indexOf("<?xml");
    assertThat(sink.occurrences().get(0).location().byteOffset()).isEqualTo(start);
    assertThat(sink.occurrences().get(0).location().line()).isZero();
    assertThat(Objects.requireNonNull(sink.occurrences().get(0).value())).isEqualTo(prepared);
  }

  private static MessageReader open(byte[] file, RecordingSink sink) throws IOException {
    return new AvroCodec(Catalogue.standard()).reader(new ByteArrayInputStream(file), sink);
  }
}
