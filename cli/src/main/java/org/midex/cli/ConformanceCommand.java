package org.midex.cli;

import picocli.CommandLine.Command;

/** The conformance suite. */
@Command(
    description = "Find out whether an implementation of the standard conforms to it.",
    subcommands = {
      ConformanceRun.class,
      ConformanceList.class,
      ConformanceShow.class,
      ConformanceVerify.class,
      ConformanceMatrix.class
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  midex conformance run --iut iut.json -o results",
      "  midex conformance list --profile validator",
      "  midex conformance show xml-doctype-plain"
    })
final class ConformanceCommand extends Job {
  @Override
  public Integer call() {
    throw usage("say which: run, matrix, list, show or verify-vectors");
  }
}
