package org.midex.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a report goes: stdout, or a file. */
final class OutputFile {
  private OutputFile() {}

  /**
   * Opens a file, or stdout for {@code -} and for nothing. Closing stdout only flushes it.
   *
   * @throws IOException when the file cannot be made
   */
  static OutputStream open(@Nullable Path file, Main main) throws IOException {
    return file == null || file.toString().equals(Inputs.STANDARD)
        ? main.stdout()
        : Files.newOutputStream(file);
  }
}
