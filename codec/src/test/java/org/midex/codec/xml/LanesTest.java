package org.midex.codec.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.codec.MessageArbitraries;
import org.midex.codec.MessageArbitraries.Message;
import org.midex.codec.RecordingSink;
import org.midex.codec.Trickle;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageReader;
import org.midex.model.MessageWriter;
import org.midex.model.Observation;
import org.midex.schema.Catalogue;

/** Both lanes read the same rows, find the same and tell the same places, whatever the bytes. */
class LanesTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final XmlCodec EXACT = XmlCodec.exact(CATALOGUE);

  @Provide
  Arbitrary<Message> messages() {
    return MessageArbitraries.messages();
  }

  @Property(tries = 500)
  void readTheSame(@ForAll("messages") Message message, @ForAll long seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes = Deviations.of(write(message), random);
    assertSame(bytes, 1 + random.nextInt(300), 1 + random.nextInt(600));
  }

  /** Up to where the file cannot be read on, however much is asked for at once. */
  @Property(tries = 300)
  void readTheSameBeforeAFailure(@ForAll("messages") Message message, @ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    byte[] bytes = Deviations.of(write(message), random);
    byte[] start = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    int step = 1 + random.nextInt(600);
    assertSame(bytes, 1 + random.nextInt(300), step, () -> new Trickle(start, step).failing());
  }

  /** What XML allows in the place of a plain observation. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Obs REF_AREA='AUT' CITIZENSHIP=\"SYR\"/>",
        "<Obs REF_AREA = \"AUT\"\tCITIZENSHIP=\"SYR\" />",
        "<Obs\nREF_AREA=\"AUT\"\r\nCITIZENSHIP=\"SYR\"></Obs>",
        "<Obs CITIZENSHIP=\"SYR\" REF_AREA=\"AUT\"></Obs >",
        "<Obs REF_AREA=\"AUT\"><!-- x --></Obs>",
        "<Obs REF_AREA=\"AUT\"><![CDATA[]]></Obs>",
        "<Obs REF_AREA=\"AUT\">x</Obs>",
        "<Obs REF_AREA=\"AUT\"><Obs/></Obs>",
        "<Obs REF_AREA=\"&#65;UT\" COMMENT=\"a &lt; b &amp; &quot;c&quot; &#9;&#10;&#13;\"/>",
        "<Obs REF_AREA=\"AUT\" COMMENT=\"a\tb\nc\"/>",
        "<Obs REF_AREA=\"AUT\" COMMENT=\"Zürich 東京 🌍\"/><Obs REF_AREA=\"X\"/>",
        "<Obs REF_AREA=\"Ö\"/><Obs REF_AREA=\"Ö\"/><Obs REF_AREA=\"&#65;UT\"/><Obs REF_AREA=\"&#65;UT\"/>",
        "<Obs REF_AREA=\"AUT\" COMMENT=\"\"/>",
        "<Obs REF_AREA=\"AUT\" COMMENT=\"a > b\"/>",
        "<Obs REF_AREA=\"AUT\" COMMENT=\"a < b\"/>",
        "<Obs REF_AREA=\"AUT\" REF_AREA=\"AUT\"/>",
        "<Obs REF_AREA=\"AUT\"CITIZENSHIP=\"SYR\"/>",
        "<Obs REF_AREA=\"AUT\" xmlns=\"urn:other\"/>",
        "<Obs REF_AREA=\"AUT\" xsi:nil=\"true\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"/>",
        "<m:Obs xmlns:m=\"urn:midex:1\" REF_AREA=\"AUT\"/>",
        "<Obs Z=\"1\"/>",
        "<Obs/>",
        "<Obs />",
        "<Observation/>",
        "<Obs REF_AREA=\"AUT\u0000\"/>",
        "<Obs REF_AREA=\"AUT\" OBS_VALUE=\"\uFFFF\"/>",
        "<Obs REF_AREA=\"\" TIME_PERIOD=\"2023-13\" OBS_VALUE=\"007\"/>",
        "<Obs REF_AREA=\"AUT",
        "<Obs REF_AREA=\"AUT\"",
        "<Obs REF_AREA=\"AUT\"/",
        "<Obs",
        "<",
        "text <?pi?> <!-- comment --> <Other><Obs/></Other>",
        "\r\r\n\n   \t",
        "</ASYLUM_APP></Message>",
        "</ASYLUM_APP><!-- end --></Message> <!-- after -->",
        "</ASYLUM_APP><Obs/></Message>x",
      })
  void readTheSameBetweenRows(String deviation) throws IOException {
    String row =
        "<Obs REF_AREA=\"AUT\" CITIZENSHIP=\"SYR\" SEX=\"F\" TIME_PERIOD=\"2023\" OBS_VALUE=\"1\"/>\n";
    String document =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Message xmlns=\"urn:midex:1\" version=\"1.0\""
            + " id=\"urn:x:y\">\n<Header/>\n<ASYLUM_APP action=\"Replace\">\n"
            + row.repeat(3)
            + deviation
            + "\n"
            + row.repeat(5)
            + "</ASYLUM_APP>\n</Message>\n";
    for (long patience : new long[] {1, 250, 5_000}) {
      assertSame(document.getBytes(UTF_8), patience, 7);
      assertSame(("\uFEFF" + document).getBytes(UTF_8), patience, 1 << 20);
      assertSame(document.replace("\n", "\r\n").getBytes(UTF_8), patience, 64);
    }
  }

  /** An odd row leaves the rest of the file to the fast lane; many odd ones do not. */
  @Test
  void theFastLaneGoesOnBehindWhatIsOdd() throws IOException {
    String plain = "<Obs REF_AREA=\"AUT\"/>\n";
    String odd = "<Obs REF_AREA='AUT'/>\n";
    assertThat(lanes(plain.repeat(2) + odd + plain.repeat(50))).startsWith("FFEE").endsWith("FFFF");
    assertThat(lanes(odd.repeat(50) + plain)).doesNotContain("F");
  }

  /** For each row, which lane read it. */
  private static String lanes(String rows) throws IOException {
    byte[] document = document("<ASYLUM_APP action=\"Replace\">" + rows + "</ASYLUM_APP>");
    StringBuilder lanes = new StringBuilder();
    InputStream in = new ByteArrayInputStream(document);
    try (MessageReader reader = FastLane.open(CATALOGUE, in, new RecordingSink(), 100, 1 << 19)) {
      while (reader.next()) {
        lanes.append(((FastLane) reader).isFast() ? 'F' : 'E');
      }
    }
    return lanes.toString();
  }

  @Test
  void rowsBehindAnEmptyPayloadAreNone() throws IOException {
    assertSame(document("<ASYLUM_APP action=\"Replace\"/><Obs REF_AREA=\"AUT\"/>"), 1, 64);
  }

  /** White space between rows may be of any length, whichever lane passes over it. */
  @Test
  void endlessWhiteSpace() throws IOException {
    String row = "<Obs REF_AREA=\"AUT\"/>\n";
    for (String space : new String[] {" ", " \n\t \n"}) {
      for (int length : new int[] {60_000, 300_000, 3_500_000, 7_000_000}) {
        String rows = row.repeat(200) + space.repeat(length / space.length()) + row.repeat(20);
        byte[] bytes = document("<ASYLUM_APP action=\"Replace\">" + rows + "</ASYLUM_APP>");
        assertSame(bytes, 100, 100_000);
        assertSame(bytes, 100, 1 << 20);
        assertSame(bytes, 100, 1 << 24);
      }
    }
  }

  /** Longer than the parser's buffer, and reported once. */
  @Test
  void aLongTextIsOneFinding() throws IOException {
    String row = "<Obs REF_AREA=\"AUT\">" + "x".repeat(9_000) + "</Obs>";
    byte[] bytes = document("<ASYLUM_APP action=\"Replace\">" + row + "</ASYLUM_APP>");
    RecordingSink found = new RecordingSink();
    try (MessageReader reader = EXACT.reader(new ByteArrayInputStream(bytes), found)) {
      assertThat(reader.next()).isTrue();
    }
    assertThat(found.rules()).containsOnlyOnce("MDX-S10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n]]>x", "]]>", "x]]>", " ]]]]>", "]]]"})
  void bracketsAreToldInOnePlaceWhereverTheParsersBuffersEnd(String text) throws IOException {
    String rows = "<Obs REF_AREA=\"AUT\"/>" + text + "<Obs/><Obs A='\u0000";
    Set<String> told = new HashSet<>();
    for (int padding = 3_700; padding < 4_100; padding++) {
      byte[] bytes =
          document("<ASYLUM_APP action=\"Replace\">" + " ".repeat(padding) + "\n" + rows);
      List<String> read = new ArrayList<>();
      RecordingSink found = new RecordingSink();
      try (MessageReader reader = EXACT.reader(new ByteArrayInputStream(bytes), found)) {
        read(reader, read);
      } catch (MalformedMessageException e) {
        read.add(e.getMessage() + e.location());
      }
      told.add(read + " " + found.told());
    }
    assertThat(told).hasSize(1);
  }

  /** What belongs to no character is not taken for the end of the one before. */
  @Test
  void aStrayByteBehindWhatTheExactLaneReadIsFound() throws IOException {
    String rows = "<Obs REF_AREA='AUT'/>~<Obs REF_AREA=\"AUT\"/>";
    byte[] bytes = document("<ASYLUM_APP action=\"Replace\">" + rows + "</ASYLUM_APP>");
    bytes[new String(bytes, UTF_8).indexOf('~')] = (byte) 0x80;
    assertSame(bytes, 1, 64);
  }

  /** What the exact lane read in between is not what stood in the fast lane's row before. */
  @Test
  void aRowLikeTheOneBeforeTheExactLaneIsReadAnew() throws IOException {
    String plain = "<Obs REF_AREA=\"AUT\" SEX=\"F\" APPLICATION_TYPE=\"FRST_SSEQ\"/>\n";
    String odd = "<Obs REF_AREA='BEL' SEX='M' APPLICATION_TYPE='FRST'/>\n";
    String rows = plain.repeat(2) + odd + plain.repeat(20);
    assertThat(lanes(rows)).contains("FE").endsWith("FFFF");
    assertSame(document("<ASYLUM_APP action=\"Replace\">" + rows + "</ASYLUM_APP>"), 100, 64);
  }

  /** Nor is what stood at the beginning of the odd row where the exact lane read on. */
  @Test
  void aRowThatBeginsLikeTheOddOneIsReadAnew() throws IOException {
    String plain = "<Obs REF_AREA=\"AUT\" SEX=\"F\" OBS_VALUE=\"1\"/>\n";
    String odd = "<Obs REF_AREA=\"AUT\" SEX=\"F\"" + " ".repeat(30) + "OBS_VALUE='1'/>\n";
    String other = "<Obs REF_AREA=\"BEL\" SEX=\"M\" OBS_VALUE=\"2\"/>\n";
    String rows = plain.repeat(2) + odd + other + plain.repeat(20);
    assertThat(lanes(rows)).startsWith("FFEEF");
    assertSame(document("<ASYLUM_APP action=\"Replace\">" + rows + "</ASYLUM_APP>"), 100, 64);
  }

  /** Characters beyond ASCII at the beginning of a row count anew where it comes again. */
  @Test
  void columnsOfRowsThatBeginAlikeAreRight() throws IOException {
    String row = "<Obs COMMENT=\"é\" REF_AREA=\"AUT\" OBS_VALUE=\"1\"/>";
    assertThat(lanes(row.repeat(8))).endsWith("FFFF");
    assertSame(
        document("<ASYLUM_APP action=\"Replace\">" + row.repeat(8) + "</ASYLUM_APP>"), 100, 64);
  }

  /** Long codes are read where they stand now: what stood there before has been overwritten. */
  @Test
  void aLongCodeThatRepeatsIsReadWhereItStands() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 4_000; i++) {
      rows.append("<Obs APPLICATION_TYPE=\"FRST_SSEQ\" OBS_VALUE=\"")
          .append(i * i)
          .append("\"/>\n");
    }
    byte[] bytes = document("<ASYLUM_APP action=\"Replace\">" + rows + "</ASYLUM_APP>");
    InputStream in = new Trickle(bytes, 999);
    int slot = CATALOGUE.theme("ASYLUM_APP").field("APPLICATION_TYPE").slot();
    try (MessageReader reader = FastLane.open(CATALOGUE, in, new RecordingSink())) {
      reader.skip(3_999);
      assertThat(reader.next()).isTrue();
      assertThat(reader.row().text(slot)).isEqualTo("FRST_SSEQ");
    }
  }

  private static byte[] document(String payload) {
    String start = "<Message xmlns=\"urn:midex:1\" version=\"1.0\" id=\"urn:x:y\"><Header/>";
    return (start + payload + "</Message>").getBytes(UTF_8);
  }

  private static void assertSame(byte[] bytes, long patience, int step) throws IOException {
    assertSame(bytes, patience, step, () -> new Trickle(bytes, step));
  }

  private static void assertSame(
      byte[] bytes, long patience, int step, Supplier<InputStream> source) {
    RecordingSink exactly = new RecordingSink();
    RecordingSink fast = new RecordingSink();
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    try (MessageReader reader = EXACT.reader(source.get(), exactly)) {
      read(reader, expected);
    } catch (IOException e) {
      expected.add(e.getMessage());
    }
    try (MessageReader reader = FastLane.open(CATALOGUE, source.get(), fast, patience, 1 << 19)) {
      read(reader, found);
    } catch (IOException e) {
      found.add(e.getMessage());
    }
    RecordingSink scouted = new RecordingSink();
    ScoutedReading scouting = new ScoutedReading(step);
    try (MessageReader reader =
        FastLane.open(CATALOGUE, source.get(), scouted, patience, 64 + step)) {
      scouting.read(reader);
    } catch (IOException e) {
      scouting.end(e);
    }
    String text = new String(bytes, UTF_8);
    assertThat(scouting.among(expected)).as(text).isEqualTo(expected);
    assertThat(scouted.told()).as(text).isEqualTo(exactly.told());
    assertThat(found).as(text).isEqualTo(expected);
    assertThat(fast.told()).as(text).isEqualTo(exactly.told());
  }

  private static void read(MessageReader reader, List<String> into) throws IOException {
    into.add(reader.head().toString());
    while (reader.next()) {
      into.add(line(reader));
    }
    into.add(reader.number() + " rows");
  }

  static String line(MessageReader reader) {
    return Observation.of(reader.row())
        + " "
        + reader.rowIsSound()
        + " "
        + reader.number()
        + " "
        + reader.location();
  }

  private static byte[] write(Message message) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MessageWriter writer = EXACT.writer(out, message.head())) {
      for (Observation row : message.rows()) {
        writer.write(row);
      }
    }
    return out.toByteArray();
  }
}
