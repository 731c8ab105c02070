package org.midex.model;

import java.io.Closeable;
import java.io.IOException;

/**
 * Reads one message front to back; memory use does not grow with message size. Bad data goes to the
 * finding sink and reading goes on; where the bytes stop making sense, that too is reported, and
 * {@link MalformedMessageException} is thrown. Not thread-safe.
 */
public interface MessageReader extends Closeable {
  /** What stands before the first row. */
  MessageHead head();

  /**
   * Moves to the next row; false after the last. The view changes under the caller: {@link
   * RowView#toObservation()} keeps one.
   *
   * @throws MalformedMessageException when reading cannot go on
   */
  boolean next() throws IOException;

  /**
   * Passes over rows, without looking into them where the syntax allows; stops at the end.
   *
   * @param rows how many
   * @throws MalformedMessageException when reading cannot go on
   */
  default void skip(long rows) throws IOException {
    for (long left = rows; left > 0 && next(); left--) {
      // only passed over
    }
  }

  /**
   * The current row. A row with structural errors is still given, with what could be read of it.
   */
  RowView row();

  /** Whether the current row had no structural error. */
  boolean rowIsSound();

  /** Number of the current row, from 1; 0 before the first. */
  long number();

  /** Where the current row came from. */
  Location location();
}
