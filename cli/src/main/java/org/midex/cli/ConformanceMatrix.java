package org.midex.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.midex.conformance.iut.Description;
import org.midex.conformance.iut.Launcher;
import org.midex.conformance.iut.MisbehaviourException;
import org.midex.conformance.report.MatrixReports;
import org.midex.conformance.run.Matrix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries implementations with one another. */
@Command(
    name = "matrix",
    description = {
      "Have every implementation read, verify, open and answer what every one makes, and play exchanges between two governments.",
      "Rows of the table are producers, columns consumers."
    },
    footerHeading = "%nExample:%n",
    footer = {"  midex conformance matrix --iut ours.json --iut theirs.json -o results"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every pair understands one another in all that both claim",
      "1:a pair does not",
      "2:wrong usage",
      "3:could not be completed"
    })
final class ConformanceMatrix extends Job {
  @Mixin private SuiteOptions options;

  @Mixin private ConformanceOptions settings;

  @Option(
      names = "--iut",
      required = true,
      paramLabel = "FILE",
      description = "An implementation; give the option once for each. Named by its folder.")
  private List<Path> files;

  @Override
  public Integer call() throws IOException, InterruptedException {
    int jobs = settings.jobs(this, 1);
    Map<String, Launcher> launchers = new LinkedHashMap<>();
    Duration limit = Duration.ZERO;
    for (Path file : files) {
      Description description = Iuts.description("--iut", file, this);
      Duration own = Iuts.limit(settings.seconds(this), description);
      limit = limit.compareTo(own) > 0 ? limit : own;
      launchers.put(name(file, description, launchers), Iuts.child(description));
    }
    try (SuiteOptions.Opened opened = options.open(this)) {
      List<Matrix.Pair> pairs =
          new Matrix(opened.suite(), launchers, limit, opened.work(), jobs)
              .run(options.chosen(this));
      MatrixReports.write(pairs, settings.output(), main().texts()::ui);
      Page page = new Page(out());
      MatrixReports.table(pairs, main().texts()::ui).lines().forEach(page::line);
      tellProblems(pairs, page);
      boolean fine = pairs.stream().allMatch(pair -> pair.result().isSuccess());
      return fine ? Exit.OK : Exit.NOT_CONFORMANT;
    } catch (MisbehaviourException e) {
      throw new IOException(e.said().in(main().texts()::ui), e);
    }
  }

  /** The name of its folder, with a number where several have the same. */
  private static String name(Path file, Description description, Map<String, Launcher> others) {
    Path folder = description.folder().getFileName();
    String name = String.valueOf(folder == null ? file.getFileName() : folder);
    String free = name;
    for (int i = 2; others.containsKey(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  private void tellProblems(List<Matrix.Pair> pairs, Page page) {
    for (Matrix.Pair pair : pairs) {
      pair.result().results().stream()
          .filter(one -> !one.isFine())
          .limit(5)
          .forEach(
              one -> {
                page.line(pair.producer() + " → " + pair.consumer() + "  " + one.vector().path());
                one.problems(main().texts()::ui)
                    .forEach(problem -> page.line("   " + ConformanceText.shortened(problem)));
              });
    }
  }
}
