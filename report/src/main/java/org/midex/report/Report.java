package org.midex.report;

import java.io.Closeable;
import java.io.IOException;
import org.midex.model.FindingSink;
import org.midex.model.Result;

/** A report being written, file after file. */
public interface Report extends Closeable {
  /**
   * Starts with a file that is about to be validated.
   *
   * @param file its name as the result will give it
   * @return hears of every finding while the file is read; reports that only sum up ignore them.
   *     Throws {@link java.io.UncheckedIOException} when the report cannot be written
   */
  default FindingSink begin(String file) {
    return FindingSink.ignoring();
  }

  /** Adds a file's outcome. */
  void add(Result result) throws IOException;

  /**
   * Adds a file that could not be judged.
   *
   * @param reason why, for people
   */
  void failed(String file, String reason) throws IOException;

  /** Ends the report and flushes it. The stream that it is written to stays open. */
  @Override
  void close() throws IOException;
}
