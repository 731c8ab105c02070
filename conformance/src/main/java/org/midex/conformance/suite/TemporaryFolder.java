package org.midex.conformance.suite;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder that is there until it is closed.
 *
 * @param path where it is
 */
public record TemporaryFolder(Path path) implements Closeable {
  /**
   * Makes an empty one in the system's.
   *
   * @throws IOException when it cannot be made
   */
  public static TemporaryFolder create() throws IOException {
    return new TemporaryFolder(Files.createTempDirectory("midex-conformance"));
  }

  /**
   * Makes an empty one in another folder.
   *
   * @throws IOException when it cannot be made
   */
  public static TemporaryFolder in(Path folder) throws IOException {
    return new TemporaryFolder(Files.createTempDirectory(folder, "work"));
  }

  /**
   * A folder in it, which is emptied when that is closed.
   *
   * @throws IOException when it is there
   */
  public TemporaryFolder inside(String name) throws IOException {
    return new TemporaryFolder(Files.createDirectory(path.resolve(name)));
  }

  /** Deletes it with all that is in it. */
  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    }
  }
}
