package org.midex.conformance.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.midex.conformance.run.RunResult;

/** Writes what came of a run into a folder. */
public final class RunReports {
  private RunReports() {}

  /**
   * Writes {@code results.json}, {@code junit.xml}, {@code report.html}, {@code summary.md} and
   * {@code badge.svg}.
   *
   * @param folder made if it is not there; what has these names is replaced
   * @return what was written
   */
  public static List<Path> write(RunResult run, Path folder) throws IOException {
    Files.createDirectories(folder);
    return List.of(
        write(folder, "results.json", ResultsJson.of(run)),
        write(folder, "junit.xml", JunitXml.of(run)),
        write(folder, "report.html", ReportHtml.of(run)),
        write(folder, "summary.md", summary(run)),
        write(folder, "badge.svg", Badge.of(run)));
  }

  /** The run in Markdown, for a merge request or a job's page. */
  public static String summary(RunResult run) {
    return SummaryMarkdown.of(run);
  }

  private static Path write(Path folder, String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
