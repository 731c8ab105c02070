package org.midex.report;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.midex.model.Finding;
import org.midex.model.FindingSink;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.Result;
import org.midex.report.internal.FindingSheets;
import org.midex.report.wording.Wording;
import org.midex.schema.Severity;

/**
 * Every finding as a row of a workbook that can be filtered, on further sheets where one is full;
 * the last sheet sums up the files. All cells are text or numbers, never formulas. Written as the
 * findings come: memory does not grow with them. Not thread-safe.
 */
public final class XlsxReport implements Report {
  /** Findings on one sheet. */
  public static final int SHEET = 1_000_000;

  private final Workbook workbook;
  private final FindingSheets sheets;
  private final ReportSettings settings;
  private final Wording wording;
  private final List<List<String>> summary = new ArrayList<>();

  /**
   * @param out stays open
   */
  public XlsxReport(OutputStream out, ReportSettings settings) {
    this(out, settings, SHEET);
  }

  XlsxReport(OutputStream out, ReportSettings settings, int rowsOfSheet) {
    this.settings = settings;
    this.wording = new Wording(settings.catalogue(), settings.texts());
    this.workbook = new Workbook(new Uncloseable(out), "MIDEX", null);
    this.sheets = new FindingSheets(workbook, wording, settings.texts(), rowsOfSheet);
  }

  @Override
  public FindingSink begin(String file) {
    return new Rows(file);
  }

  @Override
  public void add(Result result) {
    List<String> line = new ArrayList<>();
    line.add(result.file());
    line.add(settings.texts().ui(verdictKey(result)));
    for (Severity severity : Severity.values()) {
      line.add(Long.toString(result.count(severity)));
    }
    line.add(Long.toString(result.rows()));
    line.add(result.sha256());
    summary.add(line);
  }

  private static String verdictKey(Result result) {
    return switch (result.verdict()) {
      case CONFORMANT -> "report.conformant";
      case NOT_CONFORMANT -> "report.notConformant";
      case INCOMPLETE -> "report.incomplete";
    };
  }

  @Override
  public void failed(String file, String reason) {
    String verdict = settings.texts().ui("report.couldNotFinish");
    summary.add(List.of(file, verdict, "", "", "", "", reason));
  }

  @Override
  public void close() throws IOException {
    sheets.finish();
    sheets.summary(summary, settings.catalogue().edition(), settings.program(), settings.made());
    workbook.finish();
  }

  private final class Rows implements FindingSink {
    private final String file;

    Rows(String file) {
      this.file = file;
    }

    @Override
    public void report(Problem problem, Occurrence occurrence) {
      boolean hidden = settings.masking().hides(problem.field());
      Finding finding =
          new Finding(
              problem,
              wording.severity(problem.rule()),
              occurrence.location(),
              masked(hidden, occurrence.value()),
              hidden ? null : occurrence.suggestion(),
              hidden ? Masking.masked(occurrence.details()) : occurrence.details());
      try {
        sheets.add(file, finding);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static @Nullable String masked(boolean hidden, @Nullable String value) {
      return hidden && value != null ? Masking.MASK : value;
    }

    @Override
    public void notRun(String rule, String why) {}

    @Override
    public void incomplete() {}
  }

  /** The workbook closes what it is written to. */
  private static final class Uncloseable extends FilterOutputStream {
    Uncloseable(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
