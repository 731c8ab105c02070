package org.midex.report;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.midex.model.Finding;
import org.midex.model.FindingSink;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.Result;
import org.midex.model.Waiver;
import org.midex.report.internal.FindingSheets;
import org.midex.report.internal.SummarySheets;
import org.midex.report.wording.Wording;

/**
 * Every finding as a row of a workbook that can be filtered, on further sheets where one is full,
 * what is waived with its waiver; the last sheets sum up the files. All cells are text or numbers,
 * never formulas. Written as the findings come: memory does not grow with them. Not thread-safe.
 */
public final class XlsxReport implements Report {
  /** Findings on one sheet. */
  public static final int SHEET = 1_000_000;

  private final Workbook workbook;
  private final FindingSheets sheets;
  private final ReportSettings settings;
  private final Wording wording;
  private final SummarySheets summary;

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
    this.summary = new SummarySheets(settings.texts());
  }

  @Override
  public FindingSink begin(String file) {
    return new Rows(file);
  }

  @Override
  public void add(Result result) {
    summary.add(result);
  }

  @Override
  public void failed(String file, String reason) {
    summary.failed(file, reason);
  }

  @Override
  public void close() throws IOException {
    sheets.finish();
    summary.write(workbook, settings);
    workbook.finish();
  }

  private final class Rows implements FindingSink {
    private final String file;

    Rows(String file) {
      this.file = file;
    }

    @Override
    public void report(Problem problem, Occurrence occurrence) {
      row(problem, occurrence, null);
    }

    @Override
    public void waived(Problem problem, Occurrence occurrence, Waiver waiver) {
      row(problem, occurrence, waiver);
    }

    private void row(Problem problem, Occurrence occurrence, @Nullable Waiver waiver) {
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
        sheets.add(file, finding, waiver);
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
