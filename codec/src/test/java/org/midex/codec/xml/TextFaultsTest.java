package org.midex.codec.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.midex.codec.Reading;
import org.midex.codec.RecordingSink;
import org.midex.codec.Trickle;
import org.midex.schema.Catalogue;

/**
 * A text where none may be is told although reading ends within it, wherever buffers end and
 * however large those became before.
 */
class TextFaultsTest {
  private static final String HEAD =
      "<Message xmlns=\"urn:midex:1\" version=\"1.0\" id=\"urn:x:y\"><Header>";
  private static final String ROW = "<Obs REF_AREA=\"AUT\"/>";
  private static final List<String> PLACES =
      List.of(
          "%s</Header><REFUGEE_POP>" + ROW + "</REFUGEE_POP></Message>",
          "</Header>%s<REFUGEE_POP>" + ROW + "</REFUGEE_POP></Message>",
          "</Header><REFUGEE_POP>" + ROW + "%s" + ROW + "</REFUGEE_POP></Message>",
          "</Header><REFUGEE_POP>" + ROW + "<Obs A=''>%s</Obs></REFUGEE_POP></Message>",
          "</Header><REFUGEE_POP>" + ROW + "</REFUGEE_POP>%s</Message>");
  private static final List<String> FAULTS =
      List.of("&nope;", "&#0;", "&", "\u0001", "]]>", "\u00ff", "\u00ef\u00bf\u00bf", "<!x", "< ");

  @Test
  void afterTextOfAnyLength() {
    for (int words : new int[] {1, 2_000, 20_000, 70_000, 400_000}) {
      assertTold("x &amp; y &#65; ".repeat(words / 8 + 1), FAULTS, 0);
    }
  }

  @Test
  void whereverBuffersEnd() {
    for (int before = 3_770; before < 3_940; before++) {
      assertTold("\r\nx", List.of("&nope;"), before);
    }
  }

  @Test
  void afterLongTexts() {
    String message = HEAD + PLACES.get(2).formatted("x &amp; ".repeat(20_000) + "&nope;");
    List<String> first = told(message, 1 << 16);
    assertThat(told(HEAD + PLACES.get(2).formatted("y &amp; ".repeat(400_000)), 1 << 16))
        .isNotEmpty();
    assertThat(told(message, 1 << 16)).isEqualTo(first);
  }

  @Test
  void afterCharactersWithoutABreak() {
    for (String text : List.of("&#x0000000000041;", "y", "x&amp;")) {
      String message = HEAD + PLACES.get(2).formatted(text.repeat(262_200 / text.length() + 1));
      assertThat(rules(message)).contains("MDX-S10").endsWith("MDX-S04");
    }
  }

  private static void assertTold(String text, List<String> faults, int before) {
    for (String place : PLACES) {
      for (String fault : faults) {
        String padded = "<?pad" + " ".repeat(before) + "?>" + HEAD + place.formatted(text + fault);
        assertThat(rules(padded)).as(place + fault).contains("MDX-S10").doesNotEndWith("MDX-S10");
      }
    }
  }

  private static String rules(String message) {
    List<String> told = told(message, 1 << 16);
    assertThat(told(message, 777)).isEqualTo(told);
    RecordingSink fast = new RecordingSink();
    Reading.all(
        () ->
            FastLane.open(
                Catalogue.standard(),
                new ByteArrayInputStream(message.getBytes(ISO_8859_1)),
                fast,
                1,
                64));
    assertThat(fast.told()).isEqualTo(told);
    return String.join(" ", fast.rules());
  }

  private static List<String> told(String message, int step) {
    RecordingSink sink = new RecordingSink();
    byte[] bytes = message.getBytes(ISO_8859_1);
    Reading.all(() -> XmlCodec.exact(Catalogue.standard()).reader(new Trickle(bytes, step), sink));
    return sink.told();
  }
}
