package org.midex.report.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.midex.model.SideBySide;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Plain;
import org.midex.schema.Texts;

/** Says how a message's figures compare with other sides'. */
final class BesideWords {
  private static final int LONGEST = 300;

  private final Texts texts;

  BesideWords(Texts texts) {
    this.texts = texts;
  }

  /** Pairs and how they agree. */
  String pairs(SideBySide beside) {
    return texts.ui("report.beside", counts(beside));
  }

  /** Sums of the pairs, and what only one side has. */
  List<String> sums(SideBySide beside) {
    List<String> lines = new ArrayList<>();
    if (beside.pairs() > 0) {
      lines.add(texts.ui("report.beside.sums", amounts(beside)));
    }
    only(lines, "report.beside.onlyHere", beside.onlyHere());
    only(lines, "report.beside.onlyThere", beside.onlyThere());
    return lines;
  }

  private void only(List<String> lines, String key, SideBySide.Coverage only) {
    if (only.figures() > 0) {
      lines.add(
          texts.ui(
              key,
              Map.of(
                  "n", Figures.of(only.figures()),
                  "sum", amount(only.sum()),
                  "uncovered", Figures.of(only.uncovered()),
                  "uncoveredSum", amount(only.uncoveredSum()))));
    }
  }

  private static Map<String, String> counts(SideBySide beside) {
    return Map.of(
        "file", Plain.start(beside.file(), LONGEST),
        "theme", beside.theme(),
        "pairs", Figures.of(beside.pairs()),
        "equal", Figures.of(beside.equal()),
        "rounding", Figures.of(beside.byRounding()),
        "definitions", Figures.of(beside.byDefinitions()),
        "rest", Figures.of(beside.unexplained()));
  }

  private static Map<String, String> amounts(SideBySide beside) {
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
}
