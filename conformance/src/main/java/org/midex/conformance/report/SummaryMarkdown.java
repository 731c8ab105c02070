package org.midex.conformance.report;

import java.util.List;
import org.midex.conformance.run.RunResult;
import org.midex.conformance.run.Status;
import org.midex.conformance.run.VectorResult;
import org.midex.conformance.wording.Wording;

/** A run in Markdown. */
final class SummaryMarkdown {
  private static final int SHOWN = 50;

  private SummaryMarkdown() {}

  static String of(RunResult run, Wording wording) {
    StringBuilder text = new StringBuilder("## MIDEX conformance: ");
    text.append(code(run.claims().name() + " " + run.claims().version()));
    text.append(run.isSuccess() ? " passed" : " failed").append("\n\n");
    text.append("| profile | | run | pass | fail | error | expected failure | unexpected pass |\n");
    text.append("|---|---|---|---|---|---|---|---|\n");
    Tally.by(one -> one.vector().profile(), run)
        .forEach((profile, tally) -> row(text, profile, tally));
    text.append("\nSuite of MIDEX 1.0, SHA-256 `").append(run.suite().digest()).append("`\n");
    if (run.farewell() != null) {
      text.append("\nAt the end: ").append(code(run.farewell().in(wording))).append('\n');
    }
    List<VectorResult> wrong = run.results().stream().filter(one -> !one.isFine()).toList();
    if (!wrong.isEmpty()) {
      text.append("\n| vector | clauses | |\n|---|---|---|\n");
      wrong.stream().limit(SHOWN).forEach(one -> problem(text, one, wording));
      if (wrong.size() > SHOWN) {
        text.append("\nand ").append(wrong.size() - SHOWN).append(" more\n");
      }
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String profile, Tally tally) {
    text.append("| ").append(profile).append(" | ").append(tally.word());
    text.append(" | ").append(tally.run());
    for (Status status :
        List.of(
            Status.PASS,
            Status.FAIL,
            Status.ERROR,
            Status.EXPECTED_FAILURE,
            Status.UNEXPECTED_PASS)) {
      text.append(" | ").append(tally.count(status));
    }
    text.append(" |\n");
  }

  private static void problem(StringBuilder text, VectorResult result, Wording wording) {
    text.append("| `").append(result.vector().id()).append("` | ");
    text.append(String.join(" ", result.vector().clauses())).append(" | ");
    text.append(result.status()).append(": ");
    text.append(code(String.join("; ", result.problems(wording)))).append(" |\n");
  }

  /** As code, in which neither Markdown nor HTML, links nor names of people mean anything. */
  private static String code(String raw) {
    String line = raw.length() <= 300 ? raw : raw.substring(0, 300) + "…";
    String text = Visible.text(line).replaceAll("\\s+", " ").replace("|", "\\|");
    String fence = "`";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + " " + text + " " + fence;
  }
}
