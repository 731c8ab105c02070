package org.midex;

import java.io.IOException;
import org.midex.internal.SafeFile;
import org.midex.model.MessageWriter;
import org.midex.model.RowView;

/**
 * Gives the file its name when all went well: nothing was thrown and, where the caller wants to
 * decide, it said so.
 */
final class KeepingWriter implements MessageWriter {
  private final MessageWriter writer;
  private final SafeFile file;
  private boolean keep = true;
  private boolean closed;

  KeepingWriter(MessageWriter writer, SafeFile file) {
    this.writer = writer;
    this.file = file;
  }

  /** A writer of ours, whose file is kept only after {@link #keep()}. */
  static KeepingWriter of(MessageWriter writer) {
    KeepingWriter keeping = (KeepingWriter) writer;
    keeping.keep = false;
    return keeping;
  }

  void keep() {
    keep = true;
  }

  @Override
  public void write(RowView row) throws IOException {
    boolean before = keep;
    keep = false;
    writer.write(row);
    keep = before;
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (SafeFile finished = file) {
      writer.close();
      if (keep) {
        finished.keep();
      }
    }
  }
}
