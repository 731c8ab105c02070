package org.midex.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** Prints a completion script. */
@Command(
    description = "Print a script that completes commands and options in bash and zsh.",
    footerHeading = "%nExample:%n",
    footer = "  source <(midex completion)")
final class CompletionCommand extends Job {
  @Override
  public Integer call() {
    out().print(AutoComplete.bash("midex", spec().root().commandLine()));
    return Exit.OK;
  }
}
