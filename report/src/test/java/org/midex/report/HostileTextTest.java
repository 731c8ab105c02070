package org.midex.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.midex.model.Result;
import org.midex.report.internal.Plain;

/** What the data contain never acts on whoever reads the report. */
class HostileTextTest {
  private static final String NASTY =
      "\u001B[2J\u001B]0;owned\u0007\r\n\tA\u202Egnp.exe\u2066\u200B\uFEFF\u009B31m\u0000\u007F\uDB40\uDC41\uE000\"<&\u2028";

  @Test
  void noControlOrDirectionCharacterReachesTheTerminal() {
    for (Reports.Format format : Reports.Format.values()) {
      String report =
          Written.written(format, Written.ENGLISH, List.of(SampleResults.hostile(NASTY)));
      assertThat(unprintable(report)).as(format.toString()).isEmpty();
    }
  }

  @Test
  void theTextSaysWhatStoodThere() {
    String text = Written.text(Written.ENGLISH, SampleResults.hostile("A\u202EB\u001B[2J"));
    assertThat(text).contains("A\\u202EB\\u001B[2J");
  }

  @Test
  void aDataLineBreakMakesNoLineOfTheReport() {
    String text = Written.text(Written.ENGLISH, SampleResults.hostile("x\nCONFORMANT  good.xml"));
    assertThat(text.lines()).noneMatch(l -> l.startsWith("CONFORMANT"));
  }

  @Test
  void aValueOfThirtyMegabytesLeavesTheReportSmall() {
    Result huge = SampleResults.hostile("é".repeat(30_000_000));
    for (Reports.Format format : Reports.Format.values()) {
      assertThat(Written.written(format, Written.ENGLISH, List.of(huge)).length())
          .as(format.toString())
          .isLessThan(20_000);
    }
  }

  @Test
  void aValueThatWasCutIsFollowedByItsLength() throws IOException {
    JsonNode group =
        new ObjectMapper()
            .readTree(Written.json(SampleResults.hostile("é".repeat(30_000))))
            .at("/groups/0");
    assertThat(group.at("/values/0/value").asText()).hasSize(1_000);
    assertThat(group.at("/values/0/valueLength").asInt()).isEqualTo(30_000);
  }

  @Property(tries = 300)
  void anyTextGivesAHarmlessReport(@ForAll String text) throws IOException {
    for (Reports.Format format : Reports.Format.values()) {
      assertThat(
              unprintable(
                  Written.written(format, Written.ENGLISH, List.of(SampleResults.hostile(text)))))
          .isEmpty();
    }
  }

  @Property(tries = 300)
  void jsonGivesShortTextsBackUnchanged(@ForAll String text) throws IOException {
    String wellFormed = Plain.clip(text, 1_000);
    JsonNode json = new ObjectMapper().readTree(Written.json(SampleResults.hostile(wellFormed)));
    assertThat(json.at("/groups/0/values/0/value").asText()).isEqualTo(wellFormed);
    ReportSchema.assertValid(json);
  }

  /**
   * Characters that a terminal would obey; supplementary ones cannot be told apart here without a
   * font and are left to the text report.
   */
  private static String unprintable(String report) {
    StringBuilder found = new StringBuilder();
    report
        .codePoints()
        .filter(c -> c != '\n' && c <= 0xFFFF && Plain.unprintable(c))
        .forEach(c -> found.append(String.format("%04X ", c)));
    return found.toString();
  }
}
