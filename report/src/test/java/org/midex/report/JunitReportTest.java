package org.midex.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.midex.model.Comparison;
import org.midex.model.Result;
import org.midex.model.Verdict;
import org.midex.schema.Catalogue;
import org.midex.schema.Severity;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JunitReportTest {
  private static Document report(Result... results) throws Exception {
    return parsed(
        Written.written(
            Reports.Format.JUNIT,
            ReportSettings.of(Catalogue.standard(), "0.1.0"),
            List.of(results)));
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
  }

  private static List<Element> cases(Document report) {
    return IntStream.range(0, report.getElementsByTagName("testcase").getLength())
        .mapToObj(i -> (Element) report.getElementsByTagName("testcase").item(i))
        .toList();
  }

  @Test
  void hasACaseForEachRuleThatAppliesToTheTheme() throws Exception {
    List<String> names =
        cases(report(SampleResults.conformant("good.xml"))).stream()
            .map(c -> c.getAttribute("name").substring(0, 7))
            .toList();
    assertThat(names)
        .contains("MDX-S01", "MDX-V01", "MDX-V12")
        .doesNotContain("MDX-I01")
        .doesNotHaveDuplicates();
  }

  @Test
  void errorsAreFailuresWithTheirFirstPlaces() throws Exception {
    Document report = report(SampleResults.manyUnknownCodes());
    Element suite = (Element) report.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("failures")).isEqualTo("2");
    assertThat(suite.getAttribute("tests")).isEqualTo(Integer.toString(cases(report).size()));
    Element failed =
        cases(report).stream()
            .filter(c -> c.getAttribute("name").startsWith("MDX-V01"))
            .findFirst()
            .orElseThrow();
    assertThat(failed.getElementsByTagName("failure").getLength()).isEqualTo(1);
    assertThat(failed.getTextContent()).contains("33190:31").contains("Sheet1!C33190");
  }

  @Test
  void aFileThatCouldNotBeReadIsAnError() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Report report = Reports.open(Reports.Format.JUNIT, bytes, Written.ENGLISH, 1)) {
      report.failed("gone.xml", "no such file");
    }
    Document report = parsed(bytes.toString(UTF_8));
    assertThat(((Element) report.getElementsByTagName("error").item(0)).getAttribute("message"))
        .isEqualTo("no such file");
  }

  @Test
  void hostileTextsLeaveItWellFormed() throws Exception {
    String hostile = "]]>\u0000\uFFFE<failure a='\"&";
    assertThat(cases(report(SampleResults.hostile(hostile)))).isNotEmpty();
  }

  private static Document failingOn(FailOn failOn, boolean onlyNew, Result result)
      throws Exception {
    ReportSettings settings =
        Written.ENGLISH.invocation(new Invocation(List.of(), failOn, onlyNew));
    return parsed(Written.written(Reports.Format.JUNIT, settings, List.of(result)));
  }

  private static List<String> failed(Document report) {
    return cases(report).stream()
        .filter(c -> c.getElementsByTagName("failure").getLength() > 0)
        .map(c -> c.getAttribute("name").substring(0, 7))
        .toList();
  }

  private static Result graded(Severity severity, Result result) {
    List<Result.Group> groups =
        result.groups().stream()
            .map(
                g ->
                    new Result.Group(
                        g.problem(), severity, g.count(), g.values(), 0, g.samples(), g.spread()))
            .toList();
    return SampleResults.result("f.xml", result.verdict(), 9, groups, List.of());
  }

  @ParameterizedTest
  @EnumSource(FailOn.class)
  void aCaseFailsAsTheRunDoes(FailOn failOn) throws Exception {
    for (Severity severity : Severity.values()) {
      Result result = graded(severity, SampleResults.manyUnknownCodes());
      Invocation asked = new Invocation(List.of(), failOn, false);
      Document report = failingOn(failOn, false, result);
      assertThat(failed(report))
          .isEqualTo(failOn.includes(severity) ? List.of("MDX-V01", "MDX-V12") : List.of());
      assertThat(asked.fails(result)).isEqualTo(!failed(report).isEmpty());
      Element suite = (Element) report.getElementsByTagName("testsuite").item(0);
      assertThat(suite.getAttribute("failures")).isEqualTo(Integer.toString(failed(report).size()));
    }
  }

  @Test
  void onlyNewFindingsFailWhereOnlyTheyCount() throws Exception {
    Comparison comparison =
        new Comparison(
            "old.ndjson",
            true,
            List.of(
                group("MDX-V01", Severity.ERROR, 0, 2_961),
                group("MDX-V12", Severity.ERROR, 1, 0),
                group("MDX-V24", Severity.WARNING, 7, 0)));
    Result plain = SampleResults.manyUnknownCodes();
    Result result = plain.withJudgement(plain.judgement().withBaseline(comparison));
    assertThat(failed(failingOn(FailOn.ERROR, true, result))).containsExactly("MDX-V12");
    assertThat(failed(failingOn(FailOn.ERROR, false, result)))
        .containsExactly("MDX-V01", "MDX-V12");
    assertThat(failed(failingOn(FailOn.WARNING, true, result)))
        .containsExactly("MDX-V12", "MDX-V24");
  }

  private static Comparison.Group group(String rule, Severity severity, long fresh, long old) {
    return new Comparison.Group(rule, "SEX", severity, Comparison.By.FINDINGS, fresh, old, 0);
  }

  @Test
  void whatCouldNotBeJudgedInFullIsAnError() throws Exception {
    Result result = SampleResults.result("f.xml", Verdict.INCOMPLETE, 1, List.of(), List.of());
    Document report = failingOn(FailOn.NEVER, false, result);
    Element suite = (Element) report.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getAttribute("tests")).isEqualTo(Integer.toString(cases(report).size()));
    assertThat(report.getElementsByTagName("error").getLength()).isEqualTo(1);
  }
}
