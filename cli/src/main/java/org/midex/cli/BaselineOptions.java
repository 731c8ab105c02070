package org.midex.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.midex.report.Masking;
import org.midex.report.baseline.Baseline;
import org.midex.report.baseline.BaselineException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that compare results with an earlier report. */
final class BaselineOptions {
  @Option(
      names = "--baseline",
      paramLabel = "REPORT",
      description =
          "Earlier report (json or ndjson): tell new, persisting and fixed findings apart. ndjson compares each finding by key and value, json how often each value was found.")
  private @Nullable Path report;

  @Option(
      names = "--fail-on-new",
      description = "With --baseline: only new findings at or above --fail-on give exit code 1.")
  private boolean failOnNew;

  /**
   * The earlier report; null when none was named.
   *
   * @param files how many files are judged
   * @throws ParameterException when the file is no report
   */
  @Nullable Baseline read(Job job, int files) throws IOException {
    if (report == null) {
      if (failOnNew) {
        throw job.usage("--fail-on-new needs --baseline");
      }
      return null;
    }
    try {
      return Baseline.read(report, Masking.personal(job.main().catalogue()), files > 1);
    } catch (BaselineException e) {
      throw job.usage("--baseline: " + e.getMessage());
    }
  }

  /** Whether only new findings fail the run. */
  boolean onlyNew() {
    return failOnNew;
  }
}
