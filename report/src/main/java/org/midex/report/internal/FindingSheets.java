package org.midex.report.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.midex.model.Finding;
import org.midex.model.Location;
import org.midex.model.Waiver;
import org.midex.report.wording.Plain;
import org.midex.report.wording.Wording;
import org.midex.schema.Texts;

/** Lays out findings as rows of sheets, which are written while they grow. */
public final class FindingSheets {
  private static final int LONGEST = 1_000;
  private static final int FLUSH = 1_000;

  /** Different texts that are kept to be written once, with up to 1,000 characters each. */
  private static final int SHARED = 2_000;

  /** Titles of the columns and their widths in characters. */
  private static final List<Map.Entry<String, Integer>> COLUMNS =
      List.of(
          Map.entry("report.html.severity", 11),
          Map.entry("report.html.rule", 10),
          Map.entry("report.xlsx.cell", 16),
          Map.entry("report.xlsx.line", 9),
          Map.entry("report.xlsx.record", 12),
          Map.entry("report.xlsx.field", 18),
          Map.entry("report.html.value", 18),
          Map.entry("report.html.suggestion", 18),
          Map.entry("report.html.problem", 50),
          Map.entry("report.xlsx.detail", 60),
          Map.entry("report.html.fix", 50),
          Map.entry("report.xlsx.waived", 30),
          Map.entry("report.xlsx.column", 9),
          Map.entry("report.xlsx.byte", 12),
          Map.entry("report.html.file", 30));

  private final Workbook workbook;
  private final Wording wording;
  private final Texts texts;
  private final int rowsOfSheet;
  private final Map<String, String> shared = new HashMap<>();
  private @Nullable Worksheet sheet;
  private int sheets;
  private int row;

  /**
   * @param rowsOfSheet findings on one sheet
   */
  public FindingSheets(Workbook workbook, Wording wording, Texts texts, int rowsOfSheet) {
    this.workbook = workbook;
    this.wording = wording;
    this.texts = texts;
    this.rowsOfSheet = rowsOfSheet;
  }

  /**
   * Adds a finding.
   *
   * @param waiver what covers it, or null
   */
  public void add(String file, Finding finding, @Nullable Waiver waiver) throws IOException {
    Worksheet to = sheet;
    if (to == null || row == rowsOfSheet) {
      finish();
      to = begin();
    }
    row++;
    Location at = finding.location();
    int c = 0;
    often(to, c++, texts.ui("report." + Words.of(finding.severity())));
    often(to, c++, finding.problem().rule());
    text(to, c++, at.source());
    number(to, c++, at.line(), 1);
    number(to, c++, at.record(), 1);
    often(to, c++, finding.problem().field());
    text(to, c++, finding.value());
    text(to, c++, finding.suggestion());
    often(to, c++, wording.message(finding.problem(), finding.value()));
    text(
        to,
        c++,
        wording.detail(
            finding.problem(), finding.value(), finding.suggestion(), finding.details()));
    often(to, c++, wording.fix(finding.problem()).orElse(null));
    often(to, c++, waiver == null ? null : waived(waiver));
    number(to, c++, at.column(), 1);
    number(to, c++, at.byteOffset(), 0);
    often(to, c, file);
    if (row % FLUSH == 0) {
      to.flush();
    }
  }

  private static String waived(Waiver waiver) {
    return waiver.owner() + ", " + waiver.expires() + ": " + waiver.reason();
  }

  private Worksheet begin() {
    sheets++;
    String name = texts.ui("report.html.findings") + (sheets > 1 ? " " + sheets : "");
    Worksheet begun = workbook.newWorksheet(name);
    begun.freezePane(0, 1);
    begun.setAutoFilter(0, 0, 0, COLUMNS.size() - 1);
    for (int c = 0; c < COLUMNS.size(); c++) {
      begun.width(c, COLUMNS.get(c).getValue());
      begun.inlineString(0, c, texts.ui(COLUMNS.get(c).getKey()));
      begun.style(0, c).bold().set();
    }
    row = 0;
    sheet = begun;
    return begun;
  }

  /** Ends the sheet that is being written. */
  public void finish() throws IOException {
    Worksheet last = sheet;
    if (last != null) {
      last.removeAutoFilter();
      last.setAutoFilter(0, 0, row, COLUMNS.size() - 1);
      last.finish();
      sheet = null;
    }
  }

  /**
   * A text that many rows have: written once for all, unless there are too many different ones to
   * be kept.
   */
  private void often(Worksheet to, int column, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return;
    }
    String known = shared.get(text);
    if (known == null && text.length() <= LONGEST && shared.size() < SHARED) {
      known = safe(text);
      shared.put(text, known);
    }
    if (known == null) {
      to.inlineString(row, column, safe(text));
    } else {
      to.value(row, column, known);
    }
  }

  private void text(Worksheet to, int column, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      to.inlineString(row, column, safe(text));
    }
  }

  /** A text of the data as a cell holds it. */
  static String safe(String text) {
    return Plain.text(Plain.clip(text, LONGEST));
  }

  private void number(Worksheet to, int column, long number, long least) {
    if (number >= least) {
      to.value(row, column, number);
    }
  }
}
