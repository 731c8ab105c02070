package org.midex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.midex.conformance.run.RunResult;
import org.midex.conformance.run.Status;
import org.midex.conformance.run.VectorResult;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Plain;
import org.midex.schema.Texts;

/** What came of a run of the suite, for a terminal. */
final class ConformanceText {
  private static final int SHOWN = 30;
  private static final int LONGEST = 300;

  private ConformanceText() {}

  static void tell(RunResult run, Page page, Texts texts) {
    List<VectorResult> wrong = run.results().stream().filter(one -> !one.isFine()).toList();
    for (VectorResult one : wrong.subList(0, Math.min(SHOWN, wrong.size()))) {
      page.line(one.status().in(texts::ui) + "  " + one.vector().path());
      page.line("   " + one.vector().title());
      one.problems(texts::ui).forEach(problem -> page.line("   " + shortened(problem)));
    }
    if (wrong.size() > SHOWN) {
      page.line(texts.ui("conformance.more", Map.of("n", Figures.of(wrong.size() - SHOWN))));
    }
    if (run.farewell() != null) {
      page.line("bye  " + Plain.text(run.farewell().in(texts::ui)));
    }
    String name = run.claims().name() + " " + run.claims().version();
    String verdict =
        texts.ui(
            !run.isSuccess()
                ? "conformance.failed"
                : run.ranAnything() ? "conformance.passed" : "conformance.nothing");
    page.line(verdict + "  " + Plain.text(name) + "  " + counts(run, texts));
    page.line(texts.ui("conformance.suite", Map.of("digest", run.suite().digest())));
  }

  /** The whole text is in the results. */
  static String shortened(String problem) {
    String text = Plain.text(problem);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static String counts(RunResult run, Texts texts) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<Status, Integer> count : run.counts().entrySet()) {
      if (count.getValue() > 0) {
        parts.add(Figures.of(count.getValue()) + " " + count.getKey().in(texts::ui));
      }
    }
    return String.join(" · ", parts);
  }
}
