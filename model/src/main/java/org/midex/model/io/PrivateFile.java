package org.midex.model.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Temporary files that nobody else can read. */
public final class PrivateFile {
  private PrivateFile() {}

  /** A new empty file in the system's temporary folder. */
  public static Path create(String suffix) throws IOException {
    try {
      return Files.createTempFile(
          "midex",
          suffix,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (UnsupportedOperationException e) {
      return Files.createTempFile("midex", suffix);
    }
  }
}
