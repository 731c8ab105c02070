package org.midex.model.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that nobody else can read. */
public final class PrivateFile {
  private static final FileAttribute<?> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private PrivateFile() {}

  /** A new empty file in the system's temporary folder, until it is deleted by {@link #delete}. */
  public static Path create(String suffix) throws IOException {
    return Leftovers.make(
        () -> made(attributes -> Files.createTempFile("midex", suffix, attributes)));
  }

  /** Deletes a temporary file, if it is still there. */
  public static void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
    Leftovers.remove(file);
  }

  /**
   * A new empty file at a place.
   *
   * @throws java.nio.file.FileAlreadyExistsException when something is there
   */
  public static Path createAt(Path place) throws IOException {
    return made(attributes -> Files.createFile(place, attributes));
  }

  private interface Maker {
    Path make(FileAttribute<?>... attributes) throws IOException;
  }

  /** File systems without permissions of this kind have others, which the folder says. */
  private static Path made(Maker maker) throws IOException {
    try {
      return maker.make(PRIVATE);
    } catch (UnsupportedOperationException e) {
      return maker.make();
    }
  }
}
