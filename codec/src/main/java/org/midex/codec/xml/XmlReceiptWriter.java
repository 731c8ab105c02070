package org.midex.codec.xml;

import java.io.IOException;
import java.io.OutputStream;
import org.midex.codec.head.Canonical;
import org.midex.model.MessageHead;
import org.midex.model.MessageWriter;
import org.midex.model.RowView;

/** Writes a message with a receipt, which has no rows. */
final class XmlReceiptWriter implements MessageWriter {
  private final OutputStream out;
  private final byte[] message;
  private boolean closed;

  XmlReceiptWriter(OutputStream out, MessageHead head) {
    this.out = out;
    this.message = Canonical.receipt(head);
  }

  @Override
  public void write(RowView row) {
    throw new IllegalArgumentException("a receipt has no rows");
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try (OutputStream finished = out) {
        finished.write(message);
      }
    }
  }
}
