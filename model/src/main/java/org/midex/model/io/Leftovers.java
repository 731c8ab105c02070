package org.midex.model.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What must not outlast the program: unfinished files, temporary folders, processes. It is undone
 * when the program is stopped, too, the last made first.
 */
public final class Leftovers {
  /** How often a folder is emptied in which somebody may still be writing. */
  private static final int ATTEMPTS = 20;

  private static final Map<Object, Undoing> ALL = new LinkedHashMap<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::undoAll, "midex-leftovers"));
  }

  private static volatile boolean ended;

  private Leftovers() {}

  /** Makes something. */
  public interface Maker<T> {
    /** Makes it. */
    T make() throws IOException;
  }

  /** Undoes something. */
  public interface Undo<T> {
    /** Undoes it. */
    void undo(T made) throws IOException;
  }

  private interface Undoing {
    void run() throws IOException;
  }

  /** Has a file or a folder made, as {@link #make(Maker, Undo)}; it is deleted. */
  public static Path make(Maker<Path> maker) throws IOException {
    return make(maker, Leftovers::delete);
  }

  /**
   * Has something made and takes note of it, in one go: nothing is made while the program is being
   * stopped.
   */
  public static <T> T make(Maker<T> maker, Undo<T> undo) throws IOException {
    synchronized (ALL) {
      if (ended) {
        throw new IOException("the program is being stopped");
      }
      T made = maker.make();
      ALL.put(made, () -> undo.undo(made));
      return made;
    }
  }

  /** Forgets what is finished or gone. */
  public static void remove(Object made) {
    synchronized (ALL) {
      ALL.remove(made);
    }
  }

  /** Whether the program is being stopped. */
  public static boolean areBeingUndone() {
    return ended;
  }

  private static void undoAll() {
    synchronized (ALL) {
      ended = true;
      List<Undoing> lastFirst = new ArrayList<>(ALL.values());
      Collections.reverse(lastFirst);
      for (Undoing one : lastFirst) {
        try {
          one.run();
        } catch (IOException | UncheckedIOException e) {
          // nobody is left to hear of it
        }
      }
    }
  }

  /** Under another name nobody finds it to write in it; where that cannot be, under its own. */
  private static Path aside(Path made) {
    try {
      return Files.isDirectory(made)
          ? Files.move(made, made.resolveSibling(made.getFileName() + ".gone"))
          : made;
    } catch (IOException e) {
      return made;
    }
  }

  private static void delete(Path made) throws IOException {
    Path path = aside(made);
    for (int i = 0; Files.exists(path) && i < ATTEMPTS; i++) {
      try (Stream<Path> all = Files.walk(path)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(one);
        }
      } catch (IOException | UncheckedIOException e) {
        // somebody writes in it; once more
      }
    }
  }
}
