package org.midex.cli;

import org.midex.Source;
import org.midex.model.FindingSink;
import org.midex.model.Occurrence;
import org.midex.model.Problem;

/** Tells the progress of one file: bytes as they are read, problems as they are found. */
final class Watch implements FindingSink {
  private final Source source;
  private final Progress progress;
  private long bytes;
  private long problems;

  Watch(Source source, Progress progress) {
    this.progress = progress;
    this.source = source.watched(this::read);
  }

  /** The file, being watched. */
  Source source() {
    return source;
  }

  private void read(long total) {
    bytes = total;
    progress.at(bytes, problems);
  }

  @Override
  public void report(Problem problem, Occurrence occurrence) {
    problems++;
  }

  @Override
  public void notRun(String rule, String why) {}

  @Override
  public void incomplete() {}
}
