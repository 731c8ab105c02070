package org.midex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.midex.Source;

/** Files to read. */
final class Inputs {
  /** Means stdin or stdout. */
  static final String STANDARD = "-";

  private Inputs() {}

  /**
   * A file, or stdin for {@code -}.
   *
   * @throws NoSuchFileException when it is missing
   * @throws IOException when it is a folder or stdin cannot be read
   */
  static Source open(Path file, Main main) throws IOException {
    if (file.toString().equals(STANDARD)) {
      return Source.of(main.surroundings().in(), STANDARD);
    }
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder");
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return Source.of(file);
  }
}
