package org.midex.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.midex.Source;

/** Files that a run reads, closed together. */
final class Opened implements Closeable {
  private final Main main;
  private final Deque<Source> sources = new ArrayDeque<>();

  Opened(Main main) {
    this.main = main;
  }

  /**
   * Opens a file.
   *
   * @throws IOException as {@link Inputs#open} does
   */
  Source open(Path file) throws IOException {
    Source source = Inputs.open(file, main);
    sources.push(source);
    return source;
  }

  /** Takes a source that is open already. */
  void add(Source source) {
    sources.push(source);
  }

  @Override
  public void close() throws IOException {
    while (!sources.isEmpty()) {
      sources.pop().close();
    }
  }
}
