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

  private static boolean ended;

  private Leftovers() {}

  /** Makes a file. */
  public interface Maker {
    /** Makes it, and says where it is. */
    Path make() throws IOException;
  }

  /**
   * Has a file made and takes note of it, in one go: none is made while the program is being
   * stopped.
   */
  public static Path make(Maker maker) throws IOException {
    synchronized (FILES) {
      if (ended) {
        throw new IOException("the program is being stopped");
      }
      Path file = maker.make();
      FILES.add(file);
      return file;
    }
  }

  /** Forgets a file, which is finished or gone. */
  public static void remove(Path file) {
    FILES.remove(file);
  }

  private static void deleteAll() {
    synchronized (FILES) {
      ended = true;
      for (Path file : FILES) {
        try {
          Files.deleteIfExists(file);
        } catch (IOException e) {
          // nobody is left to hear of it
        }
      }
    }
  }
}
