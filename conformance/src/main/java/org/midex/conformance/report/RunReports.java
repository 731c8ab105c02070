package org.midex.conformance.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.midex.conformance.run.RunResult;
import org.midex.conformance.wording.Wording;

/** Writes what came of a run into a folder. */
public final class RunReports {
  private static final List<String> NAMES =
      List.of("results.json", "junit.xml", "report.html", "summary.md", "badge.svg");

  private RunReports() {}

  /**
   * Writes {@code results.json}, {@code junit.xml}, {@code report.html}, {@code summary.md} and
   * {@code badge.svg}.
   *
   * @param wording the language of what is said to be wrong
   * @param folder made if it is not there; what has these names is replaced
   * @return what was written
   */
  public static List<Path> write(RunResult run, Path folder, Wording wording) throws IOException {
    Files.createDirectories(folder);
    return List.of(
        write(folder, "results.json", ResultsJson.of(run, wording)),
        write(folder, "junit.xml", JunitXml.of(run, wording)),
        write(folder, "report.html", ReportHtml.of(run, wording)),
        write(folder, "summary.md", summary(run, wording)),
        write(folder, "badge.svg", Badge.of(run)));
  }

  /** Takes away what an earlier run wrote, so that nobody takes it for what this one came to. */
  public static void clear(Path folder) throws IOException {
    for (String name : NAMES) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }

  /** The run in Markdown, for a merge request or a job's page. */
  public static String summary(RunResult run, Wording wording) {
    return SummaryMarkdown.of(run, wording);
  }

  private static Path write(Path folder, String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
