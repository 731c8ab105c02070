package org.midex.codec.xml;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.midex.codec.head.Canonical;
import org.midex.model.MessageHead;
import org.midex.model.MessageWriter;
import org.midex.model.RowView;
import org.midex.schema.RowType;

/** Writes the canonical form. */
final class XmlMessageWriter implements MessageWriter {
  private final OutputStream out;
  private final RowType type;
  private final StringBuilder line = new StringBuilder(512);
  private boolean empty = true;
  private boolean closed;

  XmlMessageWriter(OutputStream out, MessageHead head) throws IOException {
    this.out = new BufferedOutputStream(out, 1 << 16);
    Canonical.appendRootAndHeader(line, head);
    Canonical.appendPayloadStart(line, head);
    this.type = Objects.requireNonNull(head.type());
    flushLine();
  }

  @Override
  public void write(RowView row) throws IOException {
    if (row.type() != type) {
      throw new IllegalArgumentException("expected a row of " + type + ", was " + row.type());
    }
    Canonical.appendRow(line, row);
    if (empty) {
      line.insert(0, ">\n");
      empty = false;
    }
    flushLine();
  }

  private void flushLine() throws IOException {
    out.write(line.toString().getBytes(StandardCharsets.UTF_8));
    line.setLength(0);
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try (OutputStream finished = out) {
        line.append(empty ? "/>\n" : "</" + type.id() + ">\n").append("</Message>\n");
        finished.write(line.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
