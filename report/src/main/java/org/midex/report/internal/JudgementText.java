package org.midex.report.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.model.Comparison;
import org.midex.model.Judgement;
import org.midex.report.wording.Columns;
import org.midex.schema.Texts;

/** Lays out which rule set and vendors' rules were used, what they changed, and what is waived. */
final class JudgementText {
  private static final String INDENT = "   ";

  private final JudgementWords words;
  private final int width;
  private Judgement.@Nullable RuleSetUse told;

  JudgementText(Texts texts, int width) {
    this.words = new JudgementWords(texts);
    this.width = width;
  }

  /** What the file was judged by, besides the standard; what a rule set changes is told once. */
  List<String> terms(Judgement judgement) {
    List<String> lines = new ArrayList<>();
    words.terms(judgement).forEach(term -> add(lines, INDENT, term));
    Judgement.RuleSetUse ruleSet = judgement.ruleSet();
    if (ruleSet != null && !ruleSet.equals(told)) {
      told = ruleSet;
      ruleSet.changes().forEach(change -> add(lines, INDENT + INDENT, words.change(change)));
    }
    return lines;
  }

  /** What is waived, one paragraph a waiver. */
  List<String> waived(Judgement judgement) {
    List<String> lines = new ArrayList<>();
    judgement.waived().forEach(waived -> add(lines, "", words.waived(waived)));
    return lines;
  }

  /** What is new, persisting and fixed: the sums, then the rules of which something changed. */
  List<String> compared(Judgement judgement) {
    Comparison comparison = judgement.baseline();
    if (comparison == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    add(lines, "", words.compared(comparison));
    for (Comparison.Group group : comparison.groups()) {
      if (group.fresh() + group.fixed() > 0 && comparison.known()) {
        add(lines, INDENT, words.compared(group));
      }
    }
    return lines;
  }

  private void add(List<String> lines, String indent, String text) {
    Columns.wrap(text, width - indent.length()).forEach(line -> lines.add(indent + line));
  }
}
