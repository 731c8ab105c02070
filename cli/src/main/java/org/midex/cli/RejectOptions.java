package org.midex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.midex.Input;
import org.midex.Midex;
import org.midex.Rejects;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Plain;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option that writes the rows with findings to a file. */
final class RejectOptions {
  @Option(
      names = "--write-rejects",
      paramLabel = "FILE",
      description =
          "Write the rows that have findings, as they stand in the table, with what was found in the first column; of a message, its observations. .csv or .xlsx.")
  private @Nullable Path target;

  /**
   * Looks whether the file can be written.
   *
   * @param inputs the files that are judged
   * @throws ParameterException when its name is no good, or there are several inputs
   */
  void check(Job job, List<Path> inputs) throws IOException {
    Path file = target;
    if (file == null) {
      return;
    }
    if (!Midex.canReject(file)) {
      throw job.usage("--write-rejects: the name must end in .csv or .xlsx: " + file);
    }
    if (inputs.size() > 1) {
      throw job.usage("--write-rejects takes one file at a time");
    }
    Path input = inputs.get(0);
    if (Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)) {
      throw job.usage("--write-rejects would overwrite " + input);
    }
  }

  /** Hears what is found; null when nothing is to be written. */
  @Nullable Rejects open(Main main) {
    return target == null ? null : new Rejects(main.catalogue(), main.language());
  }

  /** Writes the rows and says how many on stderr. */
  void write(Job job, Rejects found, Input input) throws IOException {
    Path file = Objects.requireNonNull(target);
    long rows = job.main().midex().writeRejects(input, found, file);
    if (!job.main().quiet()) {
      Map<String, String> values =
          Map.of("n", Figures.of(rows), "file", Plain.text(file.toString()));
      new Page(job.err()).line(job.main().texts().ui("rejects.written", values));
    }
  }
}
