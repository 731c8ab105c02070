package org.midex.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.midex.model.Result;
import org.midex.model.Verdict;
import org.midex.report.FailOn;
import org.midex.report.Invocation;
import org.midex.report.Masking;
import org.midex.report.Report;
import org.midex.report.ReportSettings;
import org.midex.report.Reports;
import picocli.CommandLine.Option;

/** Options of commands that report findings: how they are told, and when they fail the run. */
final class Findings {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "${COMPLETION-CANDIDATES}. html is for a browser; ndjson and xlsx hold every finding. Default: text.")
  private Reports.Format format = Reports.Format.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      description =
          "Least severity that gives exit code 1, and a failure in junit: ${COMPLETION-CANDIDATES}. Default: error.")
  private FailOn failOn = FailOn.ERROR;

  @Option(
      names = "--show-values",
      description =
          "Show values that may tell of a person, such as comments; they are masked otherwise.")
  private boolean showValues;

  /**
   * Opens the report that was asked for.
   *
   * @param change what is different from its usual settings
   */
  Report open(Main main, OutputStream out, int files, UnaryOperator<ReportSettings> change)
      throws IOException {
    boolean colours = main.surroundings().colours() && out == main.stdout();
    ReportSettings settings =
        ReportSettings.of(main.catalogue(), Versions.program())
            .in(main.language())
            .masking(showValues ? Masking.NOTHING : Masking.personal(main.catalogue()))
            .coloured(colours)
            .made(main.surroundings().clock().instant().truncatedTo(ChronoUnit.SECONDS))
            .invocation(invocation(false));
    return Reports.open(format, out, change.apply(settings), files);
  }

  /** Opens the report of a run that reads files by options. */
  Report open(Main main, OutputStream out, int files, boolean onlyNew, List<String> options)
      throws IOException {
    return open(
        main, out, files, settings -> settings.invocation(invocation(onlyNew).with(options)));
  }

  /** Whether people read the report. */
  boolean text() {
    return format == Reports.Format.TEXT;
  }

  /** The exit code of one result, when every finding counts. */
  int exit(Result result) {
    return exit(result, false);
  }

  /**
   * The exit code of one result.
   *
   * @param onlyNew whether only findings count that an earlier report does not have
   */
  int exit(Result result, boolean onlyNew) {
    if (invocation(onlyNew).fails(result)) {
      return Exit.NOT_CONFORMANT;
    }
    return result.verdict() == Verdict.INCOMPLETE ? Exit.UNDECIDED : Exit.OK;
  }

  private Invocation invocation(boolean onlyNew) {
    return new Invocation(List.of(), failOn, onlyNew);
  }
}
