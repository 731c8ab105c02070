package org.midex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.midex.Midex;
import org.midex.tabular.TableFormat;

/**
 * Where a message or table is written: a file, or stdout by way of a private temporary file, so
 * that nothing unfinished goes down a pipe.
 */
final class MessageOutput implements AutoCloseable {
  private final Path path;
  private final @Nullable Path folder;
  private final Main main;

  private MessageOutput(Path path, @Nullable Path folder, Main main) {
    this.path = path;
    this.folder = folder;
    this.main = main;
  }

  /**
   * @param output the file, or {@code -} for stdout
   * @param syntax extension that says the syntax for stdout, or null
   * @throws picocli.CommandLine.ParameterException when the syntax is not known
   */
  static MessageOutput of(Path output, @Nullable String syntax, Job job) throws IOException {
    if (!output.toString().equals(Inputs.STANDARD)) {
      if (!Midex.canWrite(output)) {
        throw job.usage(
            "-o " + output + ": the name must end in .xml or .avro, with .gz or without");
      }
      return new MessageOutput(output, null, job.main());
    }
    Path name = Path.of("message." + syntax);
    if (syntax == null || !Midex.canWrite(name)) {
      throw job.usage("-o - needs --to xml, avro, xml.gz or avro.gz");
    }
    return toStdout(name, job.main());
  }

  /**
   * @param output the file, or {@code -} for stdout
   * @throws picocli.CommandLine.ParameterException when the name has another ending than the format
   */
  static MessageOutput of(Path output, TableFormat format, Job job) throws IOException {
    if (output.toString().equals(Inputs.STANDARD)) {
      return toStdout(Path.of("table." + format.extension()), job.main());
    }
    if (!Midex.canExport(output, format)) {
      String gzip = format.extension().equals("csv") ? " or .csv.gz" : "";
      throw job.usage("-o " + output + ": the name must end in ." + format.extension() + gzip);
    }
    return new MessageOutput(output, null, job.main());
  }

  private static MessageOutput toStdout(Path name, Main main) throws IOException {
    Path folder = Files.createTempDirectory("midex");
    return new MessageOutput(folder.resolve(name), folder, main);
  }

  Path path() {
    return path;
  }

  boolean isStdout() {
    return folder != null;
  }

  /** The file was written. */
  void finish() throws IOException {
    if (folder != null) {
      Files.copy(path, main.stdout());
    }
  }

  @Override
  public void close() throws IOException {
    if (folder != null) {
      Files.deleteIfExists(path);
      Files.deleteIfExists(folder);
    }
  }
}
