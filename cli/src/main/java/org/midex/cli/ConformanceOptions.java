package org.midex.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How runs of the suite go, and where their results are. */
final class ConformanceOptions {
  private static final int MOST_JOBS = 64;
  private static final int MOST_SECONDS = 3600;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "How many processes of an implementation run side by side. Unless said: run has as many as processors, matrix one.")
  private @Nullable Integer jobs;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long an answer may take; what iut.json says, or 20.")
  private @Nullable Integer seconds;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "Folder for the results; made if it is not there.")
  private Path output;

  Path output() {
    return output;
  }

  int jobs(Job job, int unlessSaid) {
    Integer asked = bounded(job, "--jobs", jobs, MOST_JOBS);
    return asked == null ? unlessSaid : asked;
  }

  /** Null where it is left to the implementation's description. */
  @Nullable Integer seconds(Job job) {
    return bounded(job, "--timeout", seconds, MOST_SECONDS);
  }

  private static @Nullable Integer bounded(
      Job job, String option, @Nullable Integer value, int most) {
    if (value != null && (value < 1 || value > most)) {
      throw job.usage(option + ": expected 1 to " + most + ", found " + value);
    }
    return value;
  }
}
