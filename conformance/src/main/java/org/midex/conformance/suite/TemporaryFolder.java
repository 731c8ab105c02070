package org.midex.conformance.suite;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder that is there until it is closed.
 *
 * @param path where it is
 */
public record TemporaryFolder(Path path) implements Closeable {
  /** How often a folder is emptied in which somebody may still be writing. */
  private static final int ATTEMPTS = 20;

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
   * A new folder in it.
   *
   * @throws IOException when it cannot be made
   */
  public TemporaryFolder inside(String name) throws IOException {
    Path folder = path.resolve(name);
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(path); // somebody deleted it; if what it is in is gone too, we stop
    }
    return new TemporaryFolder(
        Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
            ? Files.createTempDirectory(path, name)
            : Files.createDirectory(folder));
  }

  /** Deletes it if that can be done: somebody may still be writing in it. */
  public void empty() {
    try {
      delete();
    } catch (IOException | UncheckedIOException e) {
      // it goes with the folder that it is in
    }
  }

  /** Deletes it with all that is in it. */
  @Override
  public void close() throws IOException {
    for (int i = 1; i < ATTEMPTS; i++) {
      try {
        delete();
        return;
      } catch (IOException | UncheckedIOException e) {
        // somebody writes in it; once more
      }
    }
    delete();
  }

  private void delete() throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    }
  }
}
