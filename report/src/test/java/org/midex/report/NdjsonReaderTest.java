package org.midex.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.Occurrence;
import org.midex.model.Result;
import org.midex.model.Spread;
import org.midex.report.wording.Plain;

class NdjsonReaderTest {
  private static final ReportSettings SETTINGS = Written.ENGLISH.made(Instant.EPOCH);

  private static String recorded(Result... results) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Report report = Reports.open(Reports.Format.NDJSON, bytes, SETTINGS, results.length)) {
      write(report, results);
    }
    return bytes.toString(UTF_8);
  }

  private static void write(Report report, Result... results) throws IOException {
    for (Result result : results) {
      FindingSink sink = report.begin(result.file());
      Location at = new Location(7, 70, 9, 3, "Sheet1!A7");
      sink.report(SampleResults.UNKNOWN_CODE, Occurrence.at(at, "FR", Map.of("a", "b")));
      report.add(result);
    }
  }

  private static List<@Nullable Result> replayed(String ndjson, Report to) throws IOException {
    List<@Nullable Result> results = new ArrayList<>();
    NdjsonReader.replay(new ByteArrayInputStream(ndjson.getBytes(UTF_8)), to, results::add);
    return results;
  }

  private static Result spreadOut() {
    Result result = SampleResults.manyUnknownCodes();
    return result.withGroups(
        result.groups().stream()
            .map(
                g ->
                    new Result.Group(
                        g.problem(),
                        g.severity(),
                        g.count(),
                        g.values(),
                        g.otherValues(),
                        g.samples(),
                        new Spread(9, true, 1024, List.of(4L, 0L, 5L))))
            .toList());
  }

  @Test
  void givesTheResultBack() throws IOException {
    assertThat(
            replayed(recorded(spreadOut()), Reports.open(Reports.Format.TEXT, out(), SETTINGS, 1)))
        .containsExactly(spreadOut());
  }

  @ParameterizedTest
  @EnumSource(
      value = Reports.Format.class,
      names = {"XLSX", "JUNIT"},
      mode = EnumSource.Mode.EXCLUDE)
  void theReportWrittenAgainIsTheSame(Reports.Format format) throws IOException {
    Result[] results = {spreadOut(), SampleResults.conformant("good.xml")};
    ByteArrayOutputStream first = out();
    try (Report report = Reports.open(format, first, SETTINGS, 2)) {
      write(report, results);
    }
    ByteArrayOutputStream again = out();
    try (Report report = Reports.open(format, again, SETTINGS, 2)) {
      replayed(recorded(results), report);
    }
    assertThat(again.toString(UTF_8)).isEqualTo(first.toString(UTF_8));
  }

  @Test
  void knowsWhatTheReportIsAbout() throws IOException {
    String ndjson = recorded(spreadOut(), SampleResults.conformant("good.xml"));
    assertThat(NdjsonReader.about(new ByteArrayInputStream(ndjson.getBytes(UTF_8))))
        .isEqualTo(
            new NdjsonReader.About(
                2,
                "0.1.0",
                SETTINGS.catalogue().edition().date().toString(),
                null,
                "1970-01-01T00:00:00Z",
                List.of(),
                List.of()));
  }

  @Test
  void aReportThatEndsEarlyIsNoVerdict() throws IOException {
    String ndjson = recorded(spreadOut());
    String cut = ndjson.substring(0, ndjson.lastIndexOf("{\"summary\""));
    ByteArrayOutputStream html = out();
    try (Report report = Reports.open(Reports.Format.HTML, html, SETTINGS, 1)) {
      assertThat(replayed(cut, report)).containsExactly((Result) null);
    }
    assertThat(html.toString(UTF_8)).contains("COULD NOT FINISH");
  }

  @ParameterizedTest
  @EnumSource(Reports.Format.class)
  void filesThatCouldNotBeJudgedAreInTheReportWrittenAgain(Reports.Format format)
      throws IOException {
    ByteArrayOutputStream ndjson = out();
    try (Report report = new NdjsonReport(ndjson, SETTINGS)) {
      report.failed("gone.xml", "no such file");
      report.begin("good.xml");
      report.add(SampleResults.conformant("good.xml"));
      report.begin("half.xml");
      report.failed("half.xml", "the disk broke");
    }
    ndjson
        .toString(UTF_8)
        .lines()
        .forEach(line -> assertThatNoException().isThrownBy(() -> checkLine(line)));
    NdjsonReader.About about = NdjsonReader.about(new ByteArrayInputStream(ndjson.toByteArray()));
    assertThat(about.files()).isEqualTo(3);
    ByteArrayOutputStream again = out();
    try (Report report = Reports.open(format, again, SETTINGS, 3)) {
      assertThat(replayed(ndjson.toString(UTF_8), report))
          .containsExactly(null, SampleResults.conformant("good.xml"), null);
    }
    switch (format) {
      case TEXT -> assertThat(again.toString(UTF_8)).contains("could not finish 2");
      case XLSX -> assertThat(again.size()).isPositive();
      default ->
          assertThat(again.toString(UTF_8))
              .contains("gone.xml", "no such file", "half.xml", "the disk broke");
    }
  }

  private static void checkLine(String line) throws IOException {
    ReportSchema.assertValidLine(new ObjectMapper().readTree(line));
  }

  @Test
  void aReportOfNothingButAFailureKnowsWhoMadeIt() throws IOException {
    ByteArrayOutputStream ndjson = out();
    try (Report report = new NdjsonReport(ndjson, SETTINGS)) {
      report.failed("gone.xml", "no such file");
    }
    NdjsonReader.About about = NdjsonReader.about(new ByteArrayInputStream(ndjson.toByteArray()));
    assertThat(about.program()).isEqualTo("0.1.0");
    assertThat(about.files()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "[]", "{}", "{\"header\":", "{\"header\":{}}\n{\"x\":1}", "\u0000"})
  void whatIsNoReportIsRefused(String text) {
    assertThatThrownBy(() -> NdjsonReader.about(new ByteArrayInputStream(text.getBytes(UTF_8))))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("no report in NDJSON");
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "{\"header\":" + "[".repeat(100_000);
    assertThatThrownBy(() -> NdjsonReader.about(new ByteArrayInputStream(deep.getBytes(UTF_8))))
        .isInstanceOf(IOException.class);
  }

  @Property(tries = 100)
  void anyTextIsGivenBack(@ForAll String text) throws IOException {
    Result hostile = SampleResults.hostile(Plain.clip(text, 400));
    Report ignored = Reports.open(Reports.Format.TEXT, out(), SETTINGS, 1);
    Result back = replayed(recorded(hostile), ignored).get(0);
    assertThat(back).isNotNull();
    assertThat(back.file()).isEqualTo(hostile.file());
    assertThat(back.groups().get(0).problem()).isEqualTo(hostile.groups().get(0).problem());
    assertThat(back.groups().get(0).values()).isEqualTo(hostile.groups().get(0).values());
  }

  private static ByteArrayOutputStream out() {
    return new ByteArrayOutputStream();
  }
}
