package org.midex.report.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.midex.model.SideBySide;
import org.midex.report.wording.Columns;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Plain;
import org.midex.schema.Texts;

/** Says how a message's figures compare with other sides'. */
final class BesideText {
  private static final String INDENT = "   ";
  private static final int LONGEST = 300;

  private final Texts texts;
  private final int width;

  BesideText(Texts texts, int width) {
    this.texts = texts;
    this.width = width;
  }

  List<String> lines(List<SideBySide> comparisons) {
    List<String> lines = new ArrayList<>();
    for (SideBySide beside : comparisons) {
      lines.addAll(Columns.wrap(text("report.beside", pairs(beside)), width));
      if (beside.pairs() > 0) {
        indented(lines, text("report.beside.sums", sums(beside)));
      }
      coverage(lines, "report.beside.onlyHere", beside.onlyHere());
      coverage(lines, "report.beside.onlyThere", beside.onlyThere());
    }
    return lines;
  }

  private void coverage(List<String> lines, String key, SideBySide.Coverage only) {
    if (only.figures() > 0) {
      indented(
          lines,
          text(
              key,
              Map.of(
                  "n", Figures.of(only.figures()),
                  "sum", amount(only.sum()),
                  "uncovered", Figures.of(only.uncovered()),
                  "uncoveredSum", amount(only.uncoveredSum()))));
    }
  }

  private static Map<String, String> pairs(SideBySide beside) {
    return Map.of(
        "file", Plain.start(beside.file(), LONGEST),
        "theme", beside.theme(),
        "pairs", Figures.of(beside.pairs()),
        "equal", Figures.of(beside.equal()),
        "rounding", Figures.of(beside.byRounding()),
        "definitions", Figures.of(beside.byDefinitions()),
        "rest", Figures.of(beside.unexplained()));
  }

  private static Map<String, String> sums(SideBySide beside) {
    return Map.of(
        "here", amount(beside.here()),
        "there", amount(beside.there()),
        "difference", amount(beside.difference()),
        "rounding", amount(beside.rounding()),
        "definitions", amount(beside.definitions()),
        "rest", amount(beside.rest()));
  }

  /** Whole numbers are grouped; what has decimals or is beyond a long is written out. */
  private static String amount(BigDecimal amount) {
    return amount.scale() == 0 && amount.precision() < 19
        ? Figures.of(amount.longValueExact())
        : amount.toPlainString();
  }

  private void indented(List<String> lines, String text) {
    Columns.wrap(text, width - INDENT.length()).forEach(line -> lines.add(INDENT + line));
  }

  private String text(String key, Map<String, String> values) {
    return texts.ui(key, values);
  }
}
