package org.midex.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.report.Written.ENGLISH;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.model.Problem;
import org.midex.model.Result;
import org.midex.model.Verdict;
import org.midex.schema.Severity;

class TextReportTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es"})
  void looksLikeItsGoldenText(String language) throws IOException {
    String text =
        Written.text(
            ReportSettings.of(FixedRules.catalogue(), "0.1.0").in(language),
            SampleResults.manyUnknownCodes());
    assertThat(text).isEqualTo(golden("report_" + language + ".txt"));
  }

  @Test
  void aConformantFileIsOneLine() {
    assertThat(Written.text(ENGLISH, SampleResults.conformant("a.xml")))
        .isEqualTo("CONFORMANT  a.xml   ASYLUM_APP 1.0   1 observation, read to the end\n");
  }

  @Test
  void severalFilesEndInASummary() {
    String text =
        Written.text(ENGLISH, SampleResults.conformant("a.xml"), SampleResults.manyUnknownCodes());
    assertThat(text)
        .startsWith("CONFORMANT  a.xml")
        .contains("NOT CONFORMANT  data/asylum-2023.xml");
    assertThat(text).endsWith("\nFiles 2 · conformant 1 · not conformant 1 · incomplete 0\n");
  }

  @Test
  void coloursAreForThoseWhoAsk() {
    assertThat(Written.text(ENGLISH, SampleResults.manyUnknownCodes())).doesNotContain("\u001B");
    assertThat(Written.text(ENGLISH.coloured(true), SampleResults.manyUnknownCodes()))
        .startsWith("\u001B[1;31mNOT CONFORMANT\u001B[0m");
  }

  @Test
  void valuesThatDoNotFitAreCounted() {
    List<Result.ValueCount> values =
        IntStream.range(0, 1_000).mapToObj(i -> SampleResults.value("X" + i, 1, null)).toList();
    Result.Group group =
        new Result.Group(
            SampleResults.UNKNOWN_CODE, Severity.ERROR, 5_000, values, 4_000, List.of());
    String text =
        Written.text(
            ENGLISH,
            SampleResults.result(
                "a.xml", Verdict.NOT_CONFORMANT, 5_000, List.of(group), List.of()));
    long shown = Pattern.compile("X\\d+ 1").matcher(text).results().count();
    assertThat(shown).isBetween(5L, 30L);
    assertThat(text).contains("others 4\u202F" + (1_000 - shown));
  }

  @Test
  void aLongLineIsShownAroundTheOffendingText() {
    String excerpt = "<Obs " + "A=\"1\" ".repeat(10_000) + "SEX=\"Q\"" + " B=\"2\"".repeat(10_000);
    Result.Sample sample = SampleResults.manyUnknownCodes().groups().get(0).samples().get(0);
    Result.Sample far = new Result.Sample(sample.finding(), excerpt, excerpt.indexOf("Q"), 1);
    Result.Group group =
        new Result.Group(SampleResults.UNKNOWN_CODE, Severity.ERROR, 1, List.of(), 0, List.of(far));
    List<String> lines =
        Written.text(
                ENGLISH,
                SampleResults.result("a.xml", Verdict.NOT_CONFORMANT, 1, List.of(group), List.of()))
            .lines()
            .toList();
    assertThat(lines).allMatch(l -> l.length() <= 80);
    assertThat(lines.get(3).charAt(lines.get(4).indexOf("^"))).isEqualTo('Q');
  }

  @Test
  void aHiddenValueIsShownNowhere() {
    ReportSettings masked = ENGLISH.masking("CITIZENSHIP"::equals);
    String text = Written.text(masked, SampleResults.manyUnknownCodes());
    assertThat(text)
        .contains(Masking.MASK)
        .contains("2\u202F961×")
        .doesNotContain("FR")
        .doesNotContain("GBR");
  }

  @Test
  void aRuleThatTheCatalogueDoesNotKnowIsStillReported() {
    Problem problem = new Problem("XYZ-V01", null, Map.of());
    Result.Group group = new Result.Group(problem, Severity.WARNING, 3, List.of(), 0, List.of());
    assertThat(
            Written.text(
                ENGLISH,
                SampleResults.result("a.xml", Verdict.CONFORMANT, 9, List.of(group), List.of())))
        .contains("warning XYZ-V01  XYZ-V01");
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = TextReportTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void countsFilesThatCouldNotBeRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Report report = Reports.open(Reports.Format.TEXT, bytes, Written.ENGLISH, 2)) {
      report.add(SampleResults.conformant("good.xml"));
      report.failed("gone.xml", "no such file");
    }
    assertThat(bytes.toString(UTF_8))
        .contains("\nCOULD NOT FINISH  gone.xml\n   no such file\n")
        .endsWith(
            "Files 2 · conformant 1 · not conformant 0 · incomplete 0 · could not finish 1\n");
  }

  @Test
  void onATerminalALongNameLeavesTheRestForTheNextLine() {
    Result result = SampleResults.conformant("f".repeat(60));
    assertThat(Written.text(ENGLISH.coloured(true), result))
        .contains("f".repeat(60) + "\u001B[0m\n   ASYLUM_APP 1.0   1 observation,");
    assertThat(Written.text(ENGLISH, result).lines()).hasSize(1);
  }
}
