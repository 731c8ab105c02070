package org.midex.conformance.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of the suite, by their paths in it. */
final class Drafts {
  private final Path old;
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Set<String> ids = new TreeSet<>();

  /**
   * @param old folder of the suite as it is; need not exist
   */
  Drafts(Path old) {
    this.old = old;
  }

  /**
   * @throws IllegalStateException when the id is used already
   */
  void add(Draft draft) {
    if (!ids.add(draft.id)) {
      throw new IllegalStateException("two vectors have the id " + draft.id);
    }
    String folder = draft.profile + "/" + draft.area + "/" + draft.id + "/";
    draft.files().forEach((name, bytes) -> put(folder + name, bytes));
  }

  /** A file that several vectors use, such as a key: {@code fixtures/…}. */
  void put(String path, byte[] bytes) {
    if (files.put(path, bytes) != null) {
      throw new IllegalStateException("two files have the path " + path);
    }
  }

  /** Makes bytes. */
  interface Maker {
    byte[] make() throws IOException;
  }

  /**
   * Bytes that come out otherwise each time, such as keys and signatures: those of the suite as it
   * is, if it has them.
   *
   * @param path of the file in the suite
   */
  byte[] kept(String path, Maker maker) throws IOException {
    Path there = old.resolve(path);
    return Files.exists(there) ? Files.readAllBytes(there) : maker.make();
  }

  /** As {@link #kept(String, Maker)}, for a file of a vector. */
  byte[] kept(Draft draft, String name, Maker maker) throws IOException {
    return kept(draft.profile + "/" + draft.area + "/" + draft.id + "/" + name, maker);
  }

  Map<String, byte[]> files() {
    return files;
  }
}
