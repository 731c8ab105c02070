package org.midex.conformance.report;

import static org.midex.conformance.report.Xml.text;

import java.util.Locale;
import java.util.Map;
import org.midex.conformance.run.RunResult;
import org.midex.conformance.run.Status;
import org.midex.conformance.run.VectorResult;
import org.midex.conformance.wording.Wording;

/** A run as the XML of JUnit, which CI systems read. */
final class JunitXml {
  private JunitXml() {}

  static String of(RunResult run, Wording wording) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuites name=\"MIDEX conformance, suite ")
        .append(run.suite().digest())
        .append("\">\n");
    for (Map.Entry<String, Tally> group :
        Tally.by(one -> one.vector().profile() + "." + one.vector().area(), run).entrySet()) {
      suite(xml, group.getKey(), group.getValue(), wording);
    }
    if (run.farewell() != null) {
      xml.append(
              "  <testsuite name=\"end\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n")
          .append("    <testcase classname=\"end\" name=\"bye\"><error message=\"")
          .append(text(run.farewell().in(wording)))
          .append("\"/></testcase>\n  </testsuite>\n");
    }
    return xml.append("</testsuites>\n").toString();
  }

  private static void suite(StringBuilder xml, String name, Tally tally, Wording wording) {
    long failures = tally.results().stream().filter(JunitXml::isFailure).count();
    long skipped = tally.results().stream().filter(JunitXml::isSkipped).count();
    xml.append(
        String.format(
            Locale.ROOT,
            "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" time=\"%.3f\">%n",
            name,
            tally.results().size(),
            failures,
            tally.count(Status.ERROR),
            skipped,
            tally.seconds()));
    for (VectorResult result : tally.results()) {
      test(xml, name, result, wording);
    }
    xml.append("  </testsuite>\n");
  }

  private static void test(StringBuilder xml, String group, VectorResult result, Wording wording) {
    xml.append(
        String.format(
            Locale.ROOT,
            "    <testcase classname=\"%s\" name=\"%s\" time=\"%.3f\">",
            group,
            text(result.vector().id()),
            result.time().toMillis() / 1e3));
    String problems = text(String.join("\n", result.problems(wording)));
    if (isFailure(result)) {
      xml.append("<failure message=\"").append(problems).append("\">");
      xml.append(text(about(result))).append("</failure>");
    } else if (result.status() == Status.ERROR) {
      xml.append("<error message=\"").append(problems).append("\">");
      xml.append(text(about(result))).append("</error>");
    } else if (isSkipped(result)) {
      xml.append("<skipped message=\"").append(problems).append("\"/>");
    }
    xml.append("</testcase>\n");
  }

  private static String about(VectorResult result) {
    return String.join(" ", result.vector().clauses())
        + ": "
        + result.vector().title()
        + "\n"
        + result.vector().why();
  }

  private static boolean isFailure(VectorResult result) {
    return !result.isFine() && result.status() != Status.ERROR;
  }

  /** What CI must not count as failed, though it did not pass. */
  private static boolean isSkipped(VectorResult result) {
    return result.isFine() && result.status() != Status.PASS;
  }
}
