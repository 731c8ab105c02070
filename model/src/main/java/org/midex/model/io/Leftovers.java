package org.midex.model.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Unfinished files, which are deleted when the program is stopped, too. */
public final class Leftovers {
  private static final Set<Path> FILES = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::deleteAll, "midex-leftovers"));
  }

  private Leftovers() {}

  /** Takes note of a file that has been made. */
  public static void add(Path file) {
    FILES.add(file);
  }

  /** Forgets a file, which is finished or gone. */
  public static void remove(Path file) {
    FILES.remove(file);
  }

  private static void deleteAll() {
    for (Path file : FILES) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // nobody is left to hear of it
      }
    }
  }
}
