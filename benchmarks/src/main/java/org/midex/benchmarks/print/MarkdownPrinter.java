package org.midex.benchmarks.print;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.midex.benchmarks.measure.Goal;
import org.midex.benchmarks.measure.Measurement;

/** The page {@code docs/performance.md}. */
public final class MarkdownPrinter implements Printer {
  private static final String UNEXPLAINED = "Not explained yet.";

  @Override
  public void print(Report report, Appendable out) throws IOException {
    out.append("# Performance\n\nMade by `benchmarks/compare --format md`; edit nothing here.\n\n");
    out.append(Tables.machine(report)).append("  \n").append(Tables.basis(report)).append('\n');
    out.append("\n## Goals\n\n");
    Tables.goals(report).printMarkdown(out);
    out.append("\n## Measurements\n");
    for (Map.Entry<String, List<Measurement>> group : report.results().groups().entrySet()) {
      out.append("\n### ").append(group.getKey()).append("\n\n");
      Tables.group(group.getValue()).printMarkdown(out);
    }
    out.append("\n### Whole processes\n\n");
    Tables.figures(report).printMarkdown(out);
    out.append("\n### Sizes\n\n");
    Tables.sizes(report).printMarkdown(out);
    if (!report.allMet()) {
      printMissed(report, out);
    }
  }

  private static void printMissed(Report report, Appendable out) throws IOException {
    out.append("\n## What is missed and why\n\n");
    for (Goal.Outcome outcome : report.outcomes()) {
      if (!outcome.met()) {
        Goal goal = outcome.goal();
        String why = Objects.requireNonNullElse(report.missed().get(goal.id()), UNEXPLAINED);
        out.append("**").append(goal.what()).append("**: ");
        out.append(Numbers.measured(outcome)).append(" instead of ").append(Numbers.wanted(goal));
        out.append(". ").append(why).append("\n\n");
      }
    }
  }
}
