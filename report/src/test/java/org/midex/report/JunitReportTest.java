package org.midex.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.midex.model.Result;
import org.midex.schema.Catalogue;
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
}
