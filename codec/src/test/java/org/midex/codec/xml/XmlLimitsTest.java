package org.midex.codec.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.codec.Reading;
import org.midex.codec.RecordingSink;
import org.midex.codec.Trickle;
import org.midex.schema.Catalogue;

/** LIM-1: what is within a limit is accepted, and one more is not, wherever buffers end. */
class XmlLimitsTest {
  private static final String HEAD =
      "<Message xmlns=\"urn:midex:1\" version=\"1.0\" id=\"urn:x:y\"><Header>";
  private static final String ROW = "<Obs REF_AREA=\"AUT\"/>";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String LONG = "urn:" + "q".repeat(300);
  private static final String[] PLACES = {
    "%s" + HEAD + "</Header><REFUGEE_POP>" + ROW + "</REFUGEE_POP></Message>",
    HEAD + "%s</Header><REFUGEE_POP>" + ROW + "</REFUGEE_POP></Message>",
    HEAD + "<Edition>%s</Edition></Header><REFUGEE_POP>" + ROW + "</REFUGEE_POP></Message>",
    HEAD + "<Note><a/>%s</Note></Header><REFUGEE_POP>" + ROW + "</REFUGEE_POP></Message>",
    HEAD + "</Header><REFUGEE_POP>" + ROW + "%s" + ROW + "</REFUGEE_POP></Message>",
    HEAD + "</Header><REFUGEE_POP>" + ROW + "<Obs A=''>%s</Obs>" + ROW + "</REFUGEE_POP></Message>",
    HEAD + "</Header><REFUGEE_POP>" + ROW + "</REFUGEE_POP>%s</Message>",
    HEAD + "</Header><REFUGEE_POP>" + ROW + "</REFUGEE_POP></Message>%s",
  };

  @Test
  void ofAComment() {
    for (String place : PLACES) {
      assertExact(place, n -> "<!--" + "x ".repeat(n / 2) + "y".repeat(n % 2) + "-->", 65_536);
    }
  }

  @Test
  void ofACdataSection() {
    for (int place : new int[] {1, 4, 5, 6}) {
      assertExact(PLACES[place], n -> "<![CDATA[" + " ".repeat(n) + "]]>", 65_536);
    }
  }

  @Test
  void ofATextThatIsPassedOver() {
    for (int place : new int[] {1, 4, 5, 6}) {
      assertExact(
          PLACES[place], n -> "<x><y/>" + "x ".repeat(n / 2) + "y".repeat(n % 2) + "</x>", 65_536);
    }
  }

  /** References and CDATA sections count as what they stand for, and comments as nothing. */
  @Test
  void ofATextInPieces() {
    for (int place : new int[] {1, 4, 5, 6}) {
      assertExact(
          PLACES[place],
          n ->
              "<x><![CDATA["
                  + "a ".repeat(20_000)
                  + "]]><!-- x -->"
                  + "&#97; ".repeat((n - 40_000) / 2)
                  + "\r\n".repeat(n % 2)
                  + "</x>",
          65_536);
    }
  }

  @Test
  void ofCharactersWithoutABreak() {
    for (int place : new int[] {1, 4, 5, 6}) {
      assertExact(PLACES[place], n -> "<?x " + "y".repeat(n - 1) + "?>", 262_144);
    }
  }

  @Test
  void ofAttributesAndDeclarations() {
    for (int place : new int[] {1, 4, 5, 6}) {
      assertExact(PLACES[place], n -> "<x" + numbered(" a¤=''", n) + "/>", 128);
      assertExact(PLACES[place], n -> "<x" + numbered(" xmlns:a¤='urn:b'", n) + "/>", 128);
      assertExact(
          PLACES[place],
          n -> "<x" + numbered(" xmlns:a¤='urn:b'", 64) + numbered(" b¤=''", n - 64) + "/>",
          128);
    }
  }

  @Test
  void ofTheValueOfADeclaration() {
    assertExact(PLACES[4], n -> "<x xmlns:a='" + "u".repeat(n) + "'/>", 32_768);
  }

  /** Names count with all of their characters and their namespace, of attributes too. */
  @Test
  void ofNamesThatTheStandardDoesNotHave() {
    String root = HEAD.replace("<Message", "<Message xmlns:x='" + XSI + "' xmlns:y='" + LONG + "'");
    String rows = root + "</Header><REFUGEE_POP>%s</REFUGEE_POP></Message>";
    String name = "q".repeat(210);
    assertNames(rows, n -> elements("<z¤/>", 0, n));
    assertNames(rows, n -> elements("<y:z¤/>", 0, n));
    assertNames(rows, n -> elements("<z¤ xmlns=''/>", 0, 15_000) + attributes("z", n));
    assertNames(rows, n -> elements("<Obs><z¤/></Obs>", 0, 9) + attributes("z", n - 9));
    assertNames(rows, n -> attributes("x:z", n));
    assertNames(rows, n -> attributes(name, n));
    assertNames(rows, n -> elements("<z¤ y¤=''><x¤/></z¤>", 0, n));
    assertNames(rows, n -> "<Area/><Header/><Edition/>" + elements("<z¤/>", 0, n));
    assertNames(rows, n -> "<Obs Area='' SEX='' SEX_='' y:SEX=''/>" + elements("<z¤/>", 2, n));
  }

  @Test
  void ofElementsInsideOneThatHoldsText() {
    String edition = HEAD + "<Edition>%s</Edition></Header><REFUGEE_POP/></Message>";
    assertThat(read(edition.formatted("<z/>".repeat(9_999)), 1 << 16)).doesNotContain("MDX-S04");
    assertThat(read(edition.formatted("<z/>".repeat(10_000)), 1 << 16)).endsWith("MDX-S04");
  }

  /** What a message says of a limit is no limit. */
  @Test
  void thatAreOnlySpokenOf() {
    String row = PLACES[4].formatted("<Obs xmlns:xml='x limit (1) exceeded'/>");
    assertThat(read(row, 1 << 16)).endsWith("MDX-S01");
    assertThat(read("<?xml version='x limit (1) exceeded'?>" + row, 1 << 16)).isEqualTo("MDX-S02");
  }

  private static void assertNames(String message, Sized names) {
    assertThat(read(message.formatted(names.of(20_000)), 1 << 16)).doesNotContain("MDX-S04");
    assertThat(read(message.formatted(names.of(20_001)), 1 << 16)).endsWith("MDX-S04");
  }

  private static String elements(String text, int from, int to) {
    StringBuilder all = new StringBuilder();
    for (int i = from; i < to; i++) {
      all.append(text.replace("¤", Integer.toString(i)));
    }
    return all.toString();
  }

  private static String attributes(String name, int count) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i += 100) {
      all.append("<Obs").append(elements(" " + name + "¤=''", i, Math.min(i + 100, count)));
      all.append("/>");
    }
    return all.toString();
  }

  /** Text there is MDX-S10 once, however long it is and whatever it is made of. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 6})
  void textBetweenElementsHasNone(int place) {
    String text = "x ".repeat(1_500_000);
    String[] texts = {text, "x<!-- -->&#97; <?x?>y<![CDATA[z]]><![CDATA[z]]>z"};
    for (String one : texts) {
      assertThat(read(PLACES[place].formatted(one), 1 << 16))
          .containsOnlyOnce("MDX-S10")
          .doesNotContain("MDX-S04");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 6, 7})
  void whiteSpaceBetweenElementsHasNone(int place) {
    String space = " ".repeat(3_000_000);
    assertThat(read(PLACES[place].formatted(space), 1 << 16)).doesNotContain("MDX-S04");
    assertThat(read(PLACES[place].formatted("<?x" + space + "?>"), 999)).doesNotContain("MDX-S04");
  }

  private static String numbered(String text, int count) {
    return elements(text, 0, count);
  }

  private interface Sized {
    String of(int size);
  }

  private static void assertExact(String place, Sized part, int limit) {
    for (int before : new int[] {0, 1_300, 3_999}) {
      String padded = place.replaceFirst("<Message", "<?pad" + " ".repeat(before) + "?><Message");
      for (int step : new int[] {777, 1 << 16}) {
        assertThat(read(padded.formatted(part.of(limit)), step))
            .as(place)
            .doesNotContain("MDX-S04");
        assertThat(read(padded.formatted(part.of(limit + 1)), step)).as(place).endsWith("MDX-S04");
      }
    }
  }

  /** The rules that are told, one behind the other; both lanes tell the same. */
  private static String read(String text, int step) {
    byte[] bytes = text.getBytes(UTF_8);
    RecordingSink exact = new RecordingSink();
    RecordingSink fast = new RecordingSink();
    Reading.all(() -> XmlCodec.exact(Catalogue.standard()).reader(new Trickle(bytes, step), exact));
    InputStream in = new ByteArrayInputStream(bytes);
    Reading.all(() -> FastLane.open(Catalogue.standard(), in, fast, 1, 64));
    assertThat(fast.told()).isEqualTo(exact.told());
    return String.join(" ", exact.rules());
  }
}
