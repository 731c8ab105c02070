package org.midex.codec.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.midex.codec.bytes.OutputBuffer;
import org.midex.codec.head.Canonical;
import org.midex.codec.head.CanonicalRows;
import org.midex.model.MessageHead;
import org.midex.model.MessageWriter;
import org.midex.model.RowView;
import org.midex.schema.RowType;

/** Writes the canonical form. Rows are gathered as bytes and handed on many at a time. */
final class XmlMessageWriter implements MessageWriter {
  private static final int PIECE = 1 << 16;

  private final OutputStream out;
  private final int piece;
  private final RowType type;
  private final CanonicalRows rows;
  private final OutputBuffer buffer;
  private final int start;
  private boolean empty = true;
  private boolean closed;

  XmlMessageWriter(OutputStream out, MessageHead head) {
    this(out, head, PIECE);
  }

  /**
   * @param piece bytes that are handed on at a time, at least
   */
  XmlMessageWriter(OutputStream out, MessageHead head, int piece) {
    byte[] text = Canonical.head(head);
    this.out = out;
    this.piece = piece;
    this.type = Objects.requireNonNull(head.type());
    this.rows = new CanonicalRows(type);
    this.buffer = new OutputBuffer(piece);
    this.start = text.length - Canonical.HEAD_END.length();
    buffer.put(text);
  }

  @Override
  public void write(RowView row) throws IOException {
    rows.append(row, buffer);
    empty = false;
    if (buffer.size() >= piece) {
      buffer.writeTo(out);
    }
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try (OutputStream finished = out) {
        if (empty) {
          buffer.cut(start);
        }
        buffer.put(empty ? "/>\n" : "</" + type.id() + ">\n");
        buffer.put("</Message>\n");
        buffer.writeTo(finished);
      }
    }
  }
}
