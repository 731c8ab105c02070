package org.midex.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.midex.schema.CatalogueException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands have in common. */
abstract class Job implements Callable<Integer> {
  @Spec private CommandSpec spec;

  Main main() {
    return (Main) spec.root().userObject();
  }

  CommandSpec spec() {
    return spec;
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** A mistake in the command line, to be thrown. */
  ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** A file that the command line names has faults, each of which is told on a line of its own. */
  ParameterException usage(CatalogueException faults) {
    return new ParameterException(spec.commandLine(), String.valueOf(faults.getMessage()), faults);
  }
}
