package org.midex.model;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes one message. Same model, same bytes: the output is canonical, so that it can be signed and
 * compared. Closing finishes the message. Not thread-safe.
 */
public interface MessageWriter extends Closeable {
  /**
   * Writes a row.
   *
   * @throws IllegalArgumentException when the row is of another type or a field has no lexical form
   *     of its type (unknown codes of open lists are written as they are)
   */
  void write(RowView row) throws IOException;
}
