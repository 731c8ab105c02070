package org.midex.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import org.midex.model.Result;
import org.midex.report.internal.Json;
import org.midex.report.internal.ResultJunit;
import org.midex.report.wording.Wording;

/**
 * Results as JUnit's XML, which build servers show: a suite for each file, a test case for each
 * rule that applies to its theme. Errors are failures; other findings are output of the case. Not
 * thread-safe.
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
    Wording wording = new Wording(settings.catalogue(), settings.texts());
    this.suites = new ResultJunit(settings.catalogue(), settings.texts(), wording, settings.made());
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
