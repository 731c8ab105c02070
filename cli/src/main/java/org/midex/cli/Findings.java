package org.midex.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.midex.model.Result;
import org.midex.model.Verdict;
import org.midex.report.Masking;
import org.midex.report.Report;
import org.midex.report.ReportSettings;
import org.midex.report.Reports;
import org.midex.schema.Severity;
import picocli.CommandLine.Option;

/** Options of commands that report findings: how they are told, and when they fail the run. */
final class Findings {
  /** Least severity that fails a run. */
  enum FailOn {
    ERROR,
    WARNING,
    INFO,
    NEVER;

    boolean includes(Severity severity) {
      return switch (this) {
        case ERROR -> severity == Severity.ERROR;
        case WARNING -> severity != Severity.INFO;
        case INFO -> true;
        case NEVER -> false;
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

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
          "Least severity that gives exit code 1: ${COMPLETION-CANDIDATES}. Default: error.")
  private FailOn failOn = FailOn.ERROR;

  @Option(
      names = "--show-values",
      description =
          "Show values that may tell of a person, such as comments; they are masked otherwise.")
  private boolean showValues;

  /** Opens the report that was asked for. */
  Report open(Main main, OutputStream out, int files) throws IOException {
    return open(main, out, files, UnaryOperator.identity());
  }

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
            .coloured(colours);
    return Reports.open(format, out, change.apply(settings), files);
  }

  /** Whether people read the report. */
  boolean text() {
    return format == Reports.Format.TEXT;
  }

  /** The exit code of one result. */
  int exit(Result result) {
    return exit(result, result::count);
  }

  /**
   * The exit code of one result.
   *
   * @param counted how many findings of a severity count
   */
  int exit(Result result, ToLongFunction<Severity> counted) {
    if (fails(counted)) {
      return Exit.NOT_CONFORMANT;
    }
    return result.verdict() == Verdict.INCOMPLETE ? Exit.UNDECIDED : Exit.OK;
  }

  private boolean fails(ToLongFunction<Severity> counted) {
    return Arrays.stream(Severity.values())
        .anyMatch(s -> failOn.includes(s) && counted.applyAsLong(s) > 0);
  }
}
