package org.midex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.midex.conformance.suite.Contents;
import org.midex.conformance.suite.Step;
import org.midex.conformance.suite.Vector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a vector. */
@Command(
    name = "show",
    description = "Show a vector: what it asks, what answer is right, and why it matters.")
final class ConformanceShow extends Job {
  @Mixin private SuiteOptions options;

  @Parameters(paramLabel = "ID", description = "As midex conformance list shows it.")
  private String asked;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Also copy its files into this folder, which is made.")
  private @Nullable Path target;

  @Override
  public Integer call() throws IOException {
    Contents contents = options.contents(this);
    Vector vector = find(contents);
    Page page = new Page(out());
    page.line(vector.path());
    page.line(vector.title());
    page.line(vector.why());
    String level = vector.must() ? "MUST" : "SHOULD";
    page.line(level + "  " + String.join(" ", vector.clauses()));
    for (Step step : vector.steps()) {
      page.line("ask     " + step.request());
      page.line("expect  " + step.expect());
    }
    if (target != null) {
      copy(contents, vector, target);
    }
    return Exit.OK;
  }

  private Vector find(Contents contents) throws IOException {
    String id = asked.substring(asked.lastIndexOf('/') + 1);
    return contents
        .vector(id)
        .orElseThrow(() -> Asked.unknown("vector", asked, contents.ids(), this));
  }

  private static void copy(Contents contents, Vector vector, Path to) throws IOException {
    Files.createDirectories(to);
    for (String file : contents.files(vector)) {
      String name = file.substring(file.lastIndexOf('/') + 1);
      Files.write(to.resolve(name), contents.read(file), StandardOpenOption.CREATE_NEW);
    }
  }
}
