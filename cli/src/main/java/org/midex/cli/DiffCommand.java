package org.midex.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.midex.Source;
import org.midex.codec.Diff;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Plain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two messages. */
@Command(
    description =
        "Compare the rows of two messages by their keys, whatever their order and syntax.",
    footerHeading = "%nExample:%n",
    footer = "  midex diff population-june.xml population-july.avro",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:equal",
      "1:different, or one of them is no message",
      "2:wrong usage",
      "3:could not be completed"
    })
final class DiffCommand extends Job {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "XML or Avro message, .gz too; - for stdin.")
  private Path first;

  @Parameters(index = "1", paramLabel = "OTHER", description = "What to compare it with.")
  private Path second;

  @Option(names = "--summary", description = "Only count the differences.")
  private boolean summary;

  @Override
  public Integer call() throws IOException {
    if (first.toString().equals(Inputs.STANDARD) && second.toString().equals(Inputs.STANDARD)) {
      throw usage("only one of the two can be stdin");
    }
    try (Source before = Inputs.open(first, main());
        Source after = Inputs.open(second, main())) {
      return print(main().midex().diff(before, after, this::print));
    } catch (IllegalArgumentException e) {
      new Page(err()).line("midex: " + e.getMessage());
      return Exit.NOT_CONFORMANT;
    }
  }

  private void print(Diff.Change change) {
    if (summary) {
      return;
    }
    if (change.before() != null) {
      out().println("- " + Plain.text(change.key() + "  " + change.before()));
    }
    if (change.after() != null) {
      out().println("+ " + Plain.text(change.key() + "  " + change.after()));
    }
  }

  private int print(Diff diff) {
    Map<String, String> counts =
        Map.of(
            "added", Figures.of(diff.added()),
            "removed", Figures.of(diff.removed()),
            "changed", Figures.of(diff.changed()),
            "equal", Figures.of(diff.equal()));
    out().println(main().texts().ui("cli.diff", counts));
    return diff.isEmpty() ? Exit.OK : Exit.NOT_CONFORMANT;
  }
}
