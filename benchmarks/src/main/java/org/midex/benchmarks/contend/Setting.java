package org.midex.benchmarks.contend;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.midex.benchmarks.data.Messages;
import org.midex.schema.Catalogue;

/**
 * What all contenders are given.
 *
 * @param root of the source tree
 * @param rows of each message
 */
public record Setting(Catalogue catalogue, Path root, Messages messages, int rows) {
  private static final int BUFFER = 1 << 16;

  /** A file's bytes, read in the same pieces by everybody. */
  static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), BUFFER);
  }

  /** The published schemas' main file; the others stand beside it. */
  public Path schema() {
    return root.resolve("schema/published/1.0/midex.xsd");
  }

  /** Where contenders that write files may write this one. */
  Path scratch(String name) throws IOException {
    Path folder = Files.createDirectories(root.resolve("benchmarks/target/scratch"));
    return folder.resolve(name);
  }
}
