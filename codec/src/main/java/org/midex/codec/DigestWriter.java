package org.midex.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.midex.codec.bytes.OutputBuffer;
import org.midex.codec.head.CanonicalRows;
import org.midex.codec.xml.XmlCodec;
import org.midex.model.MessageHead;
import org.midex.model.MessageWriter;
import org.midex.model.RowView;
import org.midex.model.io.LineSorter;
import org.midex.schema.Catalogue;

/**
 * Computes the digests of the message that is written to it and keeps nothing else. Memory stays
 * flat: lines that do not fit are sorted in private temporary files. Not thread-safe.
 */
public final class DigestWriter implements MessageWriter {
  private final MessageDigest message = sha256();
  private final MessageWriter canonical;
  private final LineSorter lines = new LineSorter();
  private final @Nullable CanonicalRows rows;
  private final OutputBuffer line = new OutputBuffer(512);

  /**
   * @throws IllegalArgumentException when the head lacks what the standard requires
   */
  public DigestWriter(Catalogue catalogue, MessageHead head) throws IOException {
    canonical =
        new XmlCodec(catalogue)
            .writer(new DigestOutputStream(OutputStream.nullOutputStream(), message), head);
    rows = head.isReceipt() ? null : new CanonicalRows(Objects.requireNonNull(head.type()));
  }

  @Override
  public void write(RowView row) throws IOException {
    canonical.write(row);
    line.cut(0);
    Objects.requireNonNull(rows).append(row, line);
    lines.add(line.toByteArray());
  }

  /** Ends the message and gives its digests. Call once. */
  public Digests finish() throws IOException {
    canonical.close();
    MessageDigest data = sha256();
    LineSorter.Lines sorted = lines.sorted();
    for (byte[] next = sorted.next(); next != null; next = sorted.next()) {
      data.update(next);
    }
    HexFormat hex = HexFormat.of();
    return new Digests(hex.formatHex(message.digest()), hex.formatHex(data.digest()));
  }

  /** Gives temporary files back; without {@link #finish()} the digests are lost. */
  @Override
  public void close() throws IOException {
    canonical.close();
    lines.close();
  }

  /** A SHA-256 of the JDK, which every JDK has. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
