package org.midex.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;
import org.midex.model.Result;
import org.midex.report.wording.Plain;

/** What the data contain never acts on whoever reads the report. */
@Tag("once")
class HostileTextTest {
  /** What a terminal or editor obeys instead of showing it, as far as one UTF-16 unit tells. */
  private static final Pattern OBEYED =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}&&[\\x00-\\uFFFF]&&[^\\n]]");

  private static final List<Reports.Format> TEXTS =
      Arrays.stream(Reports.Format.values()).filter(Reports.Format::isText).toList();

  private static final String NASTY =
      "\u001B[2J\u001B]0;owned\u0007\r\n\tA\u202Egnp.exe\u2066\u200B\uFEFF\u009B31m\u0000\u007F\uDB40\uDC41\uE000\"<&\u2028";

  @Test
  void noControlOrDirectionCharacterReachesTheTerminal() {
    for (Reports.Format format : TEXTS) {
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
    for (Reports.Format format : TEXTS) {
      assertThat(Written.written(format, Written.ENGLISH, List.of(huge)).length())
          .as(format.toString())
          .isLessThan(format == Reports.Format.HTML ? 60_000 : 20_000);
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
    for (Reports.Format format : TEXTS) {
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

  private static List<String> unprintable(String report) {
    return OBEYED
        .matcher(report)
        .results()
        .map(m -> Integer.toHexString(m.group().charAt(0)))
        .toList();
  }
}
