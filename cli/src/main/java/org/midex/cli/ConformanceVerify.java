package org.midex.cli;

import java.io.IOException;
import java.time.Duration;
import org.midex.conformance.iut.MisbehaviourException;
import org.midex.conformance.run.RunResult;
import org.midex.conformance.run.Runner;
import org.midex.conformance.suite.SuiteException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Verifies the suite itself. */
@Command(
    name = "verify-vectors",
    description =
        "Verify the suite: its files are those of its manifest, and the reference implementation gives the answers that the vectors expect.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:right",
      "1:a file was changed, or an answer is another one",
      "3:could not be completed"
    })
final class ConformanceVerify extends Job {
  @Mixin private SuiteOptions options;

  @Override
  public Integer call() throws IOException, InterruptedException, MisbehaviourException {
    try (SuiteOptions.Opened opened = options.open(this)) {
      Runner runner =
          new Runner(
              opened.suite(),
              Iuts.reference(),
              Iuts.reference(),
              Duration.ofMinutes(1),
              opened.work(),
              1);
      RunResult run = runner.run(options.chosen(this), result -> {});
      ConformanceText.tell(run, new Page(out()), main().texts());
      return run.isSuccess() ? Exit.OK : Exit.NOT_CONFORMANT;
    } catch (SuiteException e) {
      new Page(err()).line("midex: " + e.getMessage());
      return Exit.NOT_CONFORMANT;
    }
  }
}
