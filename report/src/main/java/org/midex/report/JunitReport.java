package org.midex.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import org.midex.model.Result;
import org.midex.report.internal.Json;
import org.midex.report.internal.ResultJunit;

/**
 * Results as JUnit's XML, which build servers show: a suite for each file, a test case for each
 * rule that applies to its theme. What fails the run ({@link Invocation}) is a failure; other
 * findings, what is waived and what a rule set changes are output of the case; a rule that is off
 * is skipped. Not thread-safe.
 */
public final class JunitReport implements Report {
  private final Writer out;
  private final ReportSettings settings;
  private final ResultJunit suites;

  /**
   * @param out written in UTF-8; stays open
   */
  public JunitReport(OutputStream out, ReportSettings settings) throws IOException {
    this.out = Json.writer(out);
    this.settings = settings;
    this.suites = new ResultJunit(settings);
    this.out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"midex\">\n");
  }

  @Override
  public void add(Result result) throws IOException {
    out.write(suites.suite(settings.masking().apply(result)));
  }

  @Override
  public void failed(String file, String reason) throws IOException {
    out.write(suites.failed(file, reason));
  }

  @Override
  public void close() throws IOException {
    out.write("</testsuites>\n");
    out.flush();
  }
}
