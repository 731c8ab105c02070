package org.midex.codec.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midex.codec.Reading;
import org.midex.codec.RecordingSink;
import org.midex.model.Location;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageReader;
import org.midex.schema.Catalogue;
import org.midex.schema.CatalogueSource;

class XmlStructureTest {
  private static final String ROW =
      "<Obs REF_AREA=\"AUT\" ORIGIN=\"SYR\" POP_TYPE=\"REF\" SEX=\"_T\" AGE=\"_T\" LOCATION_TYPE=\"_T\" ACCOMMODATION=\"_T\""
          + " TIME_PERIOD=\"2023\" OBS_VALUE=\"125\"/>";
  private static final String MESSAGE =
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
      %s
      </REFUGEE_POP>
      </Message>
      """
          .formatted(ROW);

  private final RecordingSink sink = new RecordingSink();

  @Test
  void aGoodMessageHasNoFinding() throws IOException {
    assertThat(read(MESSAGE)).isEqualTo(1);
    assertThat(sink.rules()).isEmpty();
  }

  /** Each line: what to replace, by what, and the rules that this breaks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SEX="_T"              | SEX="_T" SEXX="1"            | MDX-S08
          SEX="_T"              | sex="_T"                     | MDX-S08 MDX-S09
          SEX="_T"              | xml:lang="en" SEX="_T"       | MDX-S08
          SEX="_T"              |                              | MDX-S09
          OBS_VALUE="125"       | OBS_VALUE="125.0"            | MDX-S11
          OBS_VALUE="125"       | OBS_VALUE="0125"             | MDX-S11
          OBS_VALUE="125"       | OBS_VALUE="-0"               | MDX-S11
          TIME_PERIOD="2023"    | TIME_PERIOD="2023-Q1"        | MDX-S11
          125"/>                | 125">x</Obs>                 | MDX-S10
          125"/>                | 125"> </Obs>                 | MDX-S10
          125"/>                | 125"><Obs/></Obs>            | MDX-S06
          action="Replace"      |                              | MDX-S09
          action="Replace"      | action="replace"             | MDX-S11
          version="1.0" id      | id                           | MDX-S09
          version="1.0" id      | version="1" id               | MDX-S11
          urn:uuid:1            | 1                            | MDX-S11
          <Edition>2026-11-01</Edition> |                      | MDX-S07
          <Edition>2026-11-01   | <Edition>2023-02-29          | MDX-S18
          <Edition>2026-11-01   | <Edition>1 November          | MDX-S11
          <Header>              | <Header>x                    | MDX-S10
          <Header>              | <Header a="1">               | MDX-S08
          <Sender>              | <Note/><Sender>              | MDX-S06
          <Area>AUT</Area>      |                              | MDX-S07
          </Message>            | <Header/></Message>          | MDX-S06
          REFUGEE_POP           | REFUGEES                     | MDX-S17
          """)
  void reportsWhatTheSchemaForbids(String what, String by, String rules) throws IOException {
    read(MESSAGE.replace(what, by == null ? "" : by));
    assertThat(sink.rules()).containsExactlyInAnyOrder(rules.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "<Area>AUT, <Area>Germany, DEU",
    "<Area>AUT, <Area>Deu, DEU",
    "Replace, replace, Replace",
    "OBS_VALUE=\"125\", 'OBS_VALUE=\"1,250\"', 1250"
  })
  void suggestsWhatWasMeantInTheHeaderToo(String what, String by, String meant) throws IOException {
    read(MESSAGE.replace(what, by));
    assertThat(sink.rules()).containsExactly("MDX-S11");
    assertThat(sink.occurrences().get(0).suggestion()).isEqualTo(meant);
  }

  @Test
  void suggestsNoOldCodeWhereANewerVersionMayHaveANewOne() throws IOException {
    read(MESSAGE.replace("version=\"1.0\" id", "version=\"1.9\" id").replace("Replace", "replace"));
    assertThat(sink.rules()).containsExactly("MDX-S14");
    assertThat(sink.occurrences().get(0).suggestion()).isNull();
  }

  /** What is known but out of place is wrong in a newer version too. */
  @Test
  void anObservationInAnotherIsNothingNew() throws IOException {
    read(
        MESSAGE
            .replace("version=\"1.0\" id", "version=\"1.9\" id")
            .replace("125\"/>", "125\"><Obs/></Obs>"));
    assertThat(sink.rules()).containsExactly("MDX-S06");
  }

  /** Both are judged; what counts is the first. */
  @Test
  void theFirstOfTwoHeadersCounts() throws IOException {
    String second = "<Header><Edition>x</Edition></Header><REFUGEE_POP";
    byte[] bytes = MESSAGE.replace("<REFUGEE_POP", second).getBytes(StandardCharsets.UTF_8);
    try (MessageReader reader =
        new XmlCodec(Catalogue.standard()).reader(new ByteArrayInputStream(bytes), sink)) {
      assertThat(reader.head().header().first("Edition")).contains("2026-11-01");
    }
    assertThat(sink.rules()).containsExactly("MDX-S06", "MDX-S11", "MDX-S07", "MDX-S07");
  }

  /** Others take longer to read than the message. */
  @Test
  void needsNoOtherThemeThanItsOwn() {
    List<String> opened = new ArrayList<>();
    CatalogueSource files = CatalogueSource.ofClasspath();
    Catalogue catalogue =
        Catalogue.of(
            new CatalogueSource() {
              @Override
              public @Nullable InputStream open(String path) throws IOException {
                opened.add(path);
                return files.open(path);
              }

              @Override
              public List<String> list(String folder) throws IOException {
                return files.list(folder);
              }
            });
    byte[] bytes =
        MESSAGE.replace("OBS_VALUE", "NEW=\"1\" OBS_VALUE").getBytes(StandardCharsets.UTF_8);
    Reading.all(() -> XmlCodec.exact(catalogue).reader(new ByteArrayInputStream(bytes), sink));
    assertThat(sink.rules()).containsExactly("MDX-S08");
    assertThat(opened.stream().filter(path -> path.startsWith("themes/")))
        .containsExactly("themes/REFUGEE_POP.yaml");
  }

  @Test
  void saysWhereItIs() throws IOException {
    read(MESSAGE.replace(ROW, ROW + "\n  " + ROW.replace("125", "x")));
    Location location = sink.occurrences().get(0).location();
    assertThat(location.record()).isEqualTo(2);
    assertThat(location.line()).isEqualTo(13);
    assertThat(location.column()).isEqualTo(3);
  }

  @Test
  void goesOnAfterBadRows() throws IOException {
    assertThat(
            read(
                MESSAGE.replace(
                    ROW, ROW.replace("125", "x") + ROW.replace(" SEX=\"_T\"", "") + ROW)))
        .isEqualTo(3);
  }

  @Nested
  class Versions {
    @Test
    void aNewerMinorIsReadWithAWarningForEachUnknownPart() throws IOException {
      read(
          MESSAGE
              .replace("version=\"1.0\" id", "version=\"1.9\" id")
              .replace("SEX=", "NEW=\"1\" SEX="));
      assertThat(sink.rules()).containsExactly("MDX-S14");
      assertThat(sink.isIncomplete()).isTrue();
    }

    /** One rule for all closed lists, in the header as in rows. */
    @ParameterizedTest
    @CsvSource({
      "action=\"Replace\", action=\"Merge\", MDX-S14",
      "</Sender>, </Sender><Classification>SECRET</Classification>, MDX-S14",
      "<Area>AUT, <Area>QQX, ''",
      "<Area>AUT, <Area>Q X, MDX-S11",
    })
    void aNewerMinorMayHaveOtherCodes(String what, String by, String rule) throws IOException {
      read(newer(MESSAGE.replace(what, by)));
      assertThat(String.join(" ", sink.rules())).isEqualTo(rule);
      assertThat(sink.isIncomplete()).isEqualTo(rule.equals("MDX-S14"));
    }

    /** What is known is out of place there in any version. */
    @ParameterizedTest
    @CsvSource({
      "<Header/>, MDX-S06",
      "<ASYLUM_APP/>, MDX-S06",
      "<Receipt/>, MDX-S06",
      "<REFUGEES/>, MDX-S14",
      "'<Header xmlns=\"\"/>', MDX-S14",
    })
    void aNewerMinorHasNoKnownPartBehindThePayload(String part, String rule) throws IOException {
      read(newer(MESSAGE.replace("</Message>", part + "</Message>")));
      assertThat(sink.rules()).containsExactly(rule);
    }

    private static String newer(String message) {
      return message.replace("version=\"1.0\" id", "version=\"1.9\" id");
    }

    @Test
    void aNewerMajorIsRefused() {
      assertRefused(MESSAGE.replace("version=\"1.0\" id", "version=\"2.0\" id"), "MDX-S13");
      assertRefused(MESSAGE.replace("urn:midex:1", "urn:midex:2"), "MDX-S13");
    }
  }

  @Nested
  class RefusesHostileInput {
    @Test
    void doctype() {
      assertRefused(
          MESSAGE.replace("<Message ", "<!DOCTYPE Message SYSTEM \"file:///etc/passwd\"><Message "),
          "MDX-S03");
    }

    @Test
    void entityBomb() {
      String bomb =
          "<!DOCTYPE Message [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]><Message ";
      assertRefused(MESSAGE.replace("<Message ", bomb).replace("AT-BMI", "&c;"), "MDX-S03");
    }

    @Test
    void undeclaredEntity() {
      assertRefused(MESSAGE.replace("AT-BMI", "&xxe;"), "MDX-S01");
    }

    @Test
    void deepNesting() {
      assertRefused(MESSAGE.replace("<Sender>", "<a>".repeat(200_000)), "MDX-S04");
    }

    @Test
    void hugeAttribute() {
      assertRefused(MESSAGE.replace("125", "1".repeat(30 << 20)), "MDX-S04");
    }

    @Test
    void hugeText() {
      assertRefused(MESSAGE.replace("AT-BMI", "A".repeat(30 << 20)), "MDX-S04");
    }

    @Test
    void hugeName() {
      assertRefused(MESSAGE.replace("SEX=", "A".repeat(30 << 20) + "="), "MDX-S04");
    }

    @Test
    void manyAttributes() {
      StringBuilder many = new StringBuilder();
      for (int i = 0; i < 10_000; i++) {
        many.append(" a").append(i).append("=\"\"");
      }
      assertRefused(MESSAGE.replace(" SEX=\"_T\"", many), "MDX-S04");
    }

    @Test
    void manyHeaderElements() {
      assertRefused(MESSAGE.replace("<Sender>", "<Note/>".repeat(20_000) + "<Sender>"), "MDX-S04");
    }

    @Test
    void otherRoots() {
      assertRefused("<html/>", "MDX-S05");
      assertRefused("<Message/>", "MDX-S05");
    }

    @Test
    void noXmlAtAll() {
      assertRefused("", "MDX-S01");
      assertRefused("a,b\n1,2\n", "MDX-S01");
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void otherEncodings(String encoding) {
      byte[] bytes = MESSAGE.replace("AT-BMI", "Österreich").getBytes(Charset.forName(encoding));
      assertThatThrownBy(() -> read(bytes)).isInstanceOf(MalformedMessageException.class);
      assertThat(sink.rules()).contains("MDX-S02");
    }

    @Test
    void statedEncodings() {
      assertRefused(MESSAGE.replace("UTF-8", "ISO-8859-1"), "MDX-S02");
    }

    @Test
    void aWrongByteIsNamed() {
      byte[] bytes = MESSAGE.getBytes(StandardCharsets.UTF_8);
      int at = MESSAGE.indexOf("AT-BMI");
      bytes[at] = (byte) 0xC3;
      assertThatThrownBy(() -> read(bytes)).isInstanceOf(MalformedMessageException.class);
      assertThat(sink.occurrences().get(0).location().byteOffset()).isEqualTo(at);
    }

    @Test
    void everyTruncation() {
      byte[] bytes = MESSAGE.getBytes(StandardCharsets.UTF_8);
      for (int length = 0; length < bytes.length - "\n".length(); length++) {
        byte[] cut = Arrays.copyOf(bytes, length);
        assertThatThrownBy(() -> read(cut)).isInstanceOf(MalformedMessageException.class);
      }
    }

    @Test
    void randomBytes() {
      Random random = new Random(1);
      for (int i = 0; i < 300; i++) {
        byte[] bytes = new byte[random.nextInt(400)];
        random.nextBytes(bytes);
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(MalformedMessageException.class);
      }
    }

    @Test
    void endlessStreamsWithBoundedMemory() {
      byte[] start = "<Message xmlns=\"urn:midex:1\" a=\"".getBytes(StandardCharsets.UTF_8);
      InputStream endless = new SequenceInputStream(new ByteArrayInputStream(start), new Endless());
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () ->
              assertThatThrownBy(() -> new XmlCodec(Catalogue.standard()).reader(endless, sink))
                  .isInstanceOf(MalformedMessageException.class));
      assertThat(sink.rules()).containsExactly("MDX-S04");
    }
  }

  /** Gives the letter x for ever. */
  private static final class Endless extends InputStream {
    @Override
    public int read() {
      return 'x';
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      Arrays.fill(bytes, from, from + length, (byte) 'x');
      return length;
    }
  }

  private void assertRefused(String text, String rule) {
    RecordingSink own = new RecordingSink();
    assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8), own))
        .isInstanceOf(MalformedMessageException.class);
    assertThat(own.rules()).contains(rule);
    assertThat(List.copyOf(own.rules()).get(own.rules().size() - 1)).isEqualTo(rule);
  }

  private long read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private long read(byte[] bytes) throws IOException {
    return read(bytes, sink);
  }

  private static long read(byte[] bytes, RecordingSink sink) throws IOException {
    try (MessageReader reader =
        new XmlCodec(Catalogue.standard()).reader(new ByteArrayInputStream(bytes), sink)) {
      while (reader.next()) {
        reader.row();
      }
      return reader.number();
    }
  }
}
