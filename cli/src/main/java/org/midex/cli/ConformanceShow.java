package org.midex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.conformance.suite.Step;
import org.midex.conformance.suite.Suite;
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
    try (SuiteOptions.Opened opened = options.open(this)) {
      Vector vector = find(opened.suite());
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
        copy(vector.folder(), target);
      }
    }
    return Exit.OK;
  }

  private Vector find(Suite suite) {
    String id = asked.substring(asked.lastIndexOf('/') + 1);
    List<String> ids = suite.vectors().stream().map(Vector::id).toList();
    return suite.vectors().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Asked.unknown("vector", asked, ids, this));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> all = Files.list(from)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
      }
    }
  }
}
