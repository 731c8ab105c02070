package org.midex.codec.avro;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.midex.codec.avro.ContainerBuilder.join;
import static org.midex.codec.avro.ContainerBuilder.row;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.codec.RecordingSink;
import org.midex.model.Action;
import org.midex.model.Location;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.MessageWriter;
import org.midex.model.Node;
import org.midex.model.Observation;
import org.midex.schema.Catalogue;
import org.midex.schema.RowType;

/** Values that Avro can hold and the standard cannot. */
class AvroValuesTest {
  private static final RowType THEME = Catalogue.standard().theme("REFUGEE_POP");

  @ParameterizedTest
  @CsvSource({
    "2023-Q1,1,78,TIME_PERIOD",
    "'',1,78,TIME_PERIOD",
    "2023,1000000000000000000,78,OBS_VALUE",
    "2023,-9223372036854775808,78,OBS_VALUE",
    "2023,1,'',COMMENT",
    "2023,1,00,COMMENT",
    "2023,1,7801,COMMENT",
    "2023,1,EFBFBF,COMMENT"
  })
  void withoutTheStandardsFormAreReported(String period, long figure, String comment, String field)
      throws IOException {
    RecordingSink sink =
        new ContainerBuilder()
            .block(2, join(row(period, figure, HexFormat.of().parseHex(comment)), row()))
            .read();
    assertThat(sink.rules()).containsExactly("MDX-S11");
    assertThat(sink.problems().get(0).field()).isEqualTo(field);
    assertThat(sink.occurrences().get(0).details()).containsKey("expected");
    assertThat(sink.occurrences().get(0).value()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FF", "C0AF", "EDA080", "78C3", "F4908080"})
  void thatAreNotUtf8AreReported(String bytes) throws IOException {
    byte[] bad = row("2023", 1, HexFormat.of().parseHex(bytes));
    RecordingSink sink = new ContainerBuilder().block(3, join(row(), bad, row())).read();
    assertThat(sink.rules()).containsExactly("MDX-S02");
    assertThat(sink.occurrences().get(0).record()).isEqualTo(2);
  }

  @Test
  void areReadUpToTheLimits() throws IOException {
    byte[] longest = "é".repeat(32_768).getBytes(UTF_8);
    byte[] rows =
        join(
            row("2023", 999_999_999_999_999_999L, longest),
            row(
                "2023",
                -999_999_999_999_999_999L,
                "\uD83D\uDE00\t\n\r\u0085\u007F".getBytes(UTF_8)));
    assertThat(new ContainerBuilder().block(2, rows).read().rules()).isEmpty();
  }

  @Test
  void unknownCodesAreLeftToTheRules() throws IOException {
    byte[] row = row();
    row[1] = 'Q';
    RecordingSink sink = new RecordingSink();
    byte[] file = new ContainerBuilder().block(1, row).bytes();
    try (MessageReader reader =
        new AvroCodec(Catalogue.standard()).reader(new ByteArrayInputStream(file), sink)) {
      assertThat(reader.next()).isTrue();
      assertThat(reader.rowIsSound()).isTrue();
      assertThat(reader.row().text(0)).isEqualTo("QUT");
    }
    assertThat(sink.rules()).isEmpty();
  }

  @Test
  void saysInWhichBlock() throws IOException {
    ContainerBuilder first = new ContainerBuilder().block(2, join(row(), row()));
    int start = first.bytes().length;
    RecordingSink sink = first.block(1, row("x", 1, new byte[] {'x'})).read();
    assertThat(sink.occurrences().get(0).location()).isEqualTo(new Location(3, start, 0, 0, null));
  }

  @Test
  void unknownCodesOfOpenListsAreWrittenAndOthersNot() throws IOException {
    assertThat(write(fields("REF_AREA", "QQQ"))).isNotEmpty();
    for (Map<String, String> wrong :
        List.of(
            fields("SEX", "male"),
            fields("REF_AREA", "not an area"),
            fields("TIME_PERIOD", "2023-Q1"),
            fields("OBS_VALUE", "1.0"),
            fields("COMMENT", ""),
            fields("COMMENT", "\u0000"))) {
      assertThatThrownBy(() -> write(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
    Map<String, String> incomplete = fields("SEX", "F");
    incomplete.remove("SEX");
    assertThatThrownBy(() -> write(incomplete)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRefusedRowLeavesNothingInTheFile() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MessageWriter writer = new AvroCodec(Catalogue.standard()).writer(out, head())) {
      assertThatThrownBy(() -> writer.write(Observation.of(THEME, fields("COMMENT", "\u0000"))))
          .isInstanceOf(IllegalArgumentException.class);
      writer.write(Observation.of(THEME, fields("COMMENT", "x")));
    }
    assertThat(out.toByteArray()).isEqualTo(write(fields("COMMENT", "x")));
  }

  private static Map<String, String> fields(String name, String value) {
    Map<String, String> fields = new LinkedHashMap<>();
    THEME.key().forEach(f -> fields.put(f.name(), "_T"));
    fields.put("REF_AREA", "AUT");
    fields.put("ORIGIN", "SYR");
    fields.put("POP_TYPE", "REF");
    fields.put("TIME_PERIOD", "2023");
    fields.put("OBS_VALUE", "1");
    fields.put(name, value);
    return fields;
  }

  private static MessageHead head() {
    return new MessageHead(
        "urn:uuid:1", "1.0", Node.group("Header", List.of()), THEME, Action.REPLACE, Map.of());
  }

  private static byte[] write(Map<String, String> fields) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MessageWriter writer = new AvroCodec(Catalogue.standard()).writer(out, head())) {
      writer.write(Observation.of(THEME, fields));
    }
    return out.toByteArray();
  }
}
