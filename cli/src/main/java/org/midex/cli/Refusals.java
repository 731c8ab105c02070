package org.midex.cli;

import java.nio.file.Path;
import java.util.Map;
import org.midex.model.Result;
import org.midex.model.Verdict;
import org.midex.report.wording.Plain;

/** Says why something was not written. */
final class Refusals {
  private Refusals() {}

  /**
   * Says which messages are not right, and how to see why.
   *
   * @param results of the messages
   * @return the exit code
   */
  static int tell(Job job, Path target, Map<String, Result> results) {
    Page err = new Page(job.err());
    int exit = Exit.OK;
    err.line(
        "midex: "
            + job.main().texts().ui("cli.refused", Map.of("file", Plain.text(target.toString()))));
    for (Map.Entry<String, Result> one : results.entrySet()) {
      Verdict verdict = one.getValue().verdict();
      if (verdict != Verdict.CONFORMANT) {
        err.line("  midex validate " + Plain.text(one.getKey()));
        exit =
            Exit.gravest(
                exit, verdict == Verdict.INCOMPLETE ? Exit.UNDECIDED : Exit.NOT_CONFORMANT);
      }
    }
    return exit;
  }
}
