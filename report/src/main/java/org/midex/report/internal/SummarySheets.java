package org.midex.report.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.midex.model.Comparison;
import org.midex.model.Judgement;
import org.midex.model.Result;
import org.midex.model.SideBySide;
import org.midex.model.Waiver;
import org.midex.report.ReportSettings;
import org.midex.report.wording.Figures;
import org.midex.schema.Severity;
import org.midex.schema.Texts;

/**
 * The sheets behind the findings: files with their counts and what they were judged by, what is
 * waived, and what has changed since an earlier report.
 */
public final class SummarySheets {
  private static final int NARROW = 14;
  private static final int WIDE = 60;

  /** Lines of a sheet that holds no findings; what comes after them is counted. */
  private static final int LINES = 100_000;

  private final Texts texts;
  private final JudgementWords words;
  private final String colon;
  private final BesideWords besideWords;
  private final List<List<Object>> files = new ArrayList<>();
  private final List<List<Object>> waived = new ArrayList<>();
  private final List<List<Object>> compared = new ArrayList<>();
  private final List<String> terms = new ArrayList<>();
  private final List<String> sides = new ArrayList<>();
  private boolean baseline;

  public SummarySheets(Texts texts) {
    this.texts = texts;
    this.words = new JudgementWords(texts);
    this.colon = texts.ui("report.colon") + " ";
    this.besideWords = new BesideWords(texts);
  }

  /** Adds a file's outcome. */
  public void add(Result result) {
    Judgement judgement = result.judgement();
    List<Object> line = new ArrayList<>();
    line.add(result.file());
    line.add(texts.ui("report." + Words.of(result.verdict())));
    for (Severity severity : Severity.values()) {
      line.add(result.count(severity));
    }
    line.add(judgement.waivedCount());
    line.add(result.rows());
    line.add(result.sha256());
    Comparison comparison = judgement.baseline();
    if (comparison != null) {
      baseline = true;
      line.add(comparison.sum(Comparison.Group::fresh));
      line.add(comparison.sum(Comparison.Group::persisting));
      line.add(comparison.sum(Comparison.Group::fixed));
      compared(result.file(), comparison);
    }
    files.add(line);
    if (files.size() == 1) {
      terms(judgement);
    }
    judgement.waived().forEach(w -> waived(result.file(), w));
    for (SideBySide other : judgement.beside()) {
      sides.add(result.file() + ": " + besideWords.pairs(other));
      sides.addAll(besideWords.sums(other));
    }
  }

  /**
   * Adds a file that could not be judged.
   *
   * @param reason for people
   */
  public void failed(String file, String reason) {
    files.add(List.of(file, texts.ui("report.couldNotFinish"), "", "", "", "", "", reason));
  }

  /** All files of a report are judged by the same. */
  private void terms(Judgement judgement) {
    terms.addAll(words.terms(judgement));
    judgement.vendors().stream()
        .filter(jar -> jar.sha256() != null)
        .forEach(jar -> terms.add(jar.name() + colon + "SHA-256 " + jar.sha256()));
    Judgement.RuleSetUse ruleSet = judgement.ruleSet();
    if (ruleSet != null) {
      terms.add(texts.ui("report.html.ruleSet") + colon + "SHA-256 " + ruleSet.sha256());
      ruleSet.changes().forEach(change -> terms.add(words.change(change)));
    }
    Comparison comparison = judgement.baseline();
    if (comparison != null) {
      terms.add(texts.ui("report.html.baseline") + colon + comparison.baseline());
    }
  }

  private void waived(String file, Judgement.Waived covered) {
    Waiver waiver = covered.waiver();
    waived.add(
        List.of(
            file,
            waiver.scope(),
            covered.count(),
            waiver.owner(),
            waiver.expires().toString(),
            waiver.reason()));
  }

  private void compared(String file, Comparison comparison) {
    for (Comparison.Group group : comparison.groups()) {
      String field = group.field();
      compared.add(
          List.of(
              file,
              group.rule(),
              field == null ? "" : field,
              texts.ui("report." + Words.of(group.severity())),
              group.fresh(),
              group.persisting(),
              group.fixed(),
              words.by(group)));
    }
  }

  /** Writes the sheets. */
  public void write(Workbook workbook, ReportSettings settings) throws IOException {
    if (baseline) {
      Worksheet sheet =
          begin(
              workbook,
              "report.html.baseline",
              List.of(
                  "report.html.file",
                  "report.html.rule",
                  "report.xlsx.field",
                  "report.html.severity",
                  "report.html.fresh",
                  "report.html.persisting",
                  "report.html.fixed",
                  "report.html.comparedBy"));
      lines(sheet, compared);
      sheet.finish();
    }
    if (!waived.isEmpty()) {
      Worksheet sheet =
          begin(
              workbook,
              "report.html.waivedTitle",
              List.of(
                  "report.html.file",
                  "report.html.rule",
                  "report.html.findings",
                  "report.html.owner",
                  "report.html.until",
                  "report.html.reason"));
      lines(sheet, waived);
      sheet.finish();
    }
    summary(workbook, settings);
  }

  private void summary(Workbook workbook, ReportSettings settings) throws IOException {
    List<String> titles = new ArrayList<>(List.of("report.html.file", "report.html.verdict"));
    for (Severity severity : Severity.values()) {
      titles.add("report." + Words.of(severity));
    }
    titles.addAll(List.of("report.xlsx.waived", "report.html.rows", "SHA-256"));
    if (baseline) {
      titles.addAll(List.of("report.html.fresh", "report.html.persisting", "report.html.fixed"));
    }
    Worksheet sheet = begin(workbook, "report.xlsx.summary", titles);
    int line = lines(sheet, files) + 1;
    List<String> below = new ArrayList<>();
    below.add(
        texts.ui(
            "report.html.standard",
            Map.of(
                "standard", settings.catalogue().edition().standard(),
                "edition", settings.catalogue().edition().date().toString())));
    settings
        .catalogue()
        .extension()
        .ifPresent(e -> below.add(texts.ui("report.html.extension") + colon + e.label()));
    below.addAll(terms);
    below.addAll(sides.subList(0, Math.min(sides.size(), LINES)));
    below.add("MIDEX " + settings.program() + ", " + settings.made());
    for (String text : below) {
      sheet.inlineString(line++, 0, FindingSheets.safe(text));
    }
    sheet.finish();
  }

  /** A sheet with its titles, keys of texts or texts themselves. */
  private Worksheet begin(Workbook workbook, String name, List<String> titles) {
    Worksheet sheet = workbook.newWorksheet(texts.ui(name));
    sheet.freezePane(0, 1);
    for (int c = 0; c < titles.size(); c++) {
      String title = titles.get(c);
      sheet.inlineString(0, c, title.startsWith("report.") ? texts.ui(title) : title);
      sheet.style(0, c).bold().set();
      boolean wide = c == 0 || title.equals("SHA-256") || title.equals("report.html.reason");
      sheet.width(c, wide ? WIDE : NARROW);
    }
    return sheet;
  }

  /**
   * Writes lines under the titles.
   *
   * @return number of the last line
   */
  private int lines(Worksheet sheet, List<List<Object>> lines) {
    int line = 0;
    for (List<Object> cells : lines.subList(0, Math.min(lines.size(), LINES))) {
      line++;
      for (int c = 0; c < cells.size(); c++) {
        if (cells.get(c) instanceof Long number) {
          sheet.value(line, c, number);
        } else {
          sheet.inlineString(line, c, FindingSheets.safe(cells.get(c).toString()));
        }
      }
    }
    if (lines.size() > LINES) {
      Map<String, String> n = Map.of("n", Figures.of(lines.size() - LINES));
      sheet.inlineString(++line, 0, texts.ui("report.html.moreLines", n));
    }
    return line;
  }
}
