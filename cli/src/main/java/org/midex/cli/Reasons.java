package org.midex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.midex.model.FindingSink;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Wording;
import org.midex.schema.Severity;

/** Keeps the first errors of a run that wants no full report, to say why it was refused. */
final class Reasons implements FindingSink {
  private static final int KEPT = 5;

  private final Main main;
  private final Wording wording;
  private final List<String> lines = new ArrayList<>();
  private long errors;
  private boolean incomplete;

  Reasons(Main main) {
    this.main = main;
    this.wording = new Wording(main.catalogue(), main.texts());
  }

  @Override
  public void report(Problem problem, Occurrence occurrence) {
    if (wording.severity(problem.rule()) != Severity.ERROR) {
      return;
    }
    if (++errors <= KEPT) {
      lines.add(line(problem, occurrence));
    }
  }

  private String line(Problem problem, Occurrence occurrence) {
    String detail =
        wording.detail(problem, occurrence.value(), occurrence.suggestion(), occurrence.details());
    String message = wording.message(problem, occurrence.value());
    String place =
        main.texts().ui("report.observation", Map.of("n", Figures.of(occurrence.record())));
    return problem.rule()
        + "  "
        + (occurrence.record() > 0 ? place + "  " : "")
        + message
        + ": "
        + detail;
  }

  @Override
  public void notRun(String rule, String why) {}

  @Override
  public void incomplete() {
    incomplete = true;
  }

  /** Says on stderr why, and gives the exit code. */
  int tell(Page err) {
    lines.forEach(l -> err.paragraph("  ", l));
    if (errors > lines.size()) {
      err.line("  " + main.texts().ui("cli.more", Map.of("n", Figures.of(errors - lines.size()))));
    }
    return errors == 0 && incomplete ? Exit.UNDECIDED : Exit.NOT_CONFORMANT;
  }
}
