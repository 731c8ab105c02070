package org.midex.conformance.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.midex.conformance.run.RunResult;
import org.midex.conformance.run.Status;
import org.midex.conformance.run.VectorResult;
import org.midex.conformance.suite.Suite;
import org.midex.conformance.wording.Wording;

/** A run in Markdown. */
final class SummaryMarkdown {
  private static final int SHOWN = 50;
  private static final List<Status> COLUMNS =
      Stream.of(Status.values()).filter(status -> status != Status.SKIP).toList();

  private final StringBuilder text = new StringBuilder();
  private final RunResult run;
  private final Wording wording;

  private SummaryMarkdown(RunResult run, Wording wording) {
    this.run = run;
    this.wording = wording;
  }

  static String of(RunResult run, Wording wording) {
    return new SummaryMarkdown(run, wording).text();
  }

  private String text() {
    String name = code(run.claims().name() + " " + run.claims().version());
    text.append("## ").append(says("title", Map.of("name", name))).append(" · ");
    text.append(Tally.Word.of(run).in(wording));
    text.append("\n\n| ").append(says("profile")).append(" | | ").append(says("run"));
    COLUMNS.forEach(status -> text.append(" | ").append(status.in(wording)));
    text.append(" |\n|---|---|---|").append("---|".repeat(COLUMNS.size())).append('\n');
    Tally.by(one -> one.vector().profile(), run).forEach(this::row);
    text.append('\n');
    text.append(says("suite", Map.of("version", Suite.VERSION, "digest", run.suite().digest())));
    text.append('\n');
    if (run.farewell() != null) {
      text.append('\n').append(says("end", Map.of("text", code(run.farewell().in(wording)))));
      text.append('\n');
    }
    List<VectorResult> wrong = run.results().stream().filter(one -> !one.isFine()).toList();
    if (!wrong.isEmpty()) {
      text.append("\n| ").append(says("vector")).append(" | ").append(says("clauses"));
      text.append(" | |\n|---|---|---|\n");
      wrong.stream().limit(SHOWN).forEach(this::problem);
      if (wrong.size() > SHOWN) {
        String more = Integer.toString(wrong.size() - SHOWN);
        text.append('\n').append(wording.text("conformance.more", Map.of("n", more))).append('\n');
      }
    }
    return text.toString();
  }

  private String says(String key) {
    return says(key, Map.of());
  }

  private String says(String key, Map<String, String> values) {
    return wording.text("conformance.report." + key, values);
  }

  private void row(String profile, Tally tally) {
    text.append("| ").append(profile).append(" | ").append(tally.word().in(wording));
    text.append(" | ").append(tally.run());
    COLUMNS.forEach(status -> text.append(" | ").append(tally.count(status)));
    text.append(" |\n");
  }

  private void problem(VectorResult result) {
    text.append("| `").append(result.vector().id()).append("` | ");
    text.append(String.join(" ", result.vector().clauses())).append(" | ");
    text.append(result.status().in(wording)).append(": ");
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
