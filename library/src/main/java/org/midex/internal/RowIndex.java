package org.midex.internal;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.midex.model.Location;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageReader;
import org.midex.model.io.PrivateFile;

/**
 * Where each row of a message is, in a private temporary file, so that memory does not grow with
 * the message. Not thread-safe.
 */
final class RowIndex implements Closeable {
  private static final int NUMBERS = 3 * Long.BYTES;

  /** Bytes kept of a row's cell in its table; longer sheet names are cut. */
  private static final int SOURCE = 136;

  private final Path file;
  private final FileChannel channel;
  private final int size;

  private RowIndex(Path file, FileChannel channel, int size) {
    this.file = file;
    this.channel = channel;
    this.size = size;
  }

  /** Reads a message once, as far as it can be read. */
  static RowIndex of(SecondReading again) throws IOException {
    Path file = PrivateFile.create(".rows");
    try {
      int size;
      try (MessageReader reader = again.reader();
          TextCursor text = again.isText() ? new TextCursor(again.text()) : null;
          DataOutputStream out =
              new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
        size = write(reader, text, out);
      }
      return new RowIndex(file, FileChannel.open(file), size);
    } catch (IOException | RuntimeException e) {
      PrivateFile.delete(file);
      throw e;
    }
  }

  private static int write(MessageReader reader, @Nullable TextCursor text, DataOutputStream out)
      throws IOException {
    int size = NUMBERS;
    try {
      while (reader.next()) {
        Location at = reader.location();
        long offset = at.byteOffset();
        if (text != null && text.advance(new TextCursor.Target(at.line(), at.column()))) {
          offset = text.byteOffset();
        }
        out.writeLong(offset);
        out.writeLong(at.line());
        out.writeLong(at.column());
        if (at.source() != null) {
          size = NUMBERS + SOURCE;
          out.write(Arrays.copyOf(at.source().getBytes(StandardCharsets.UTF_8), SOURCE));
        }
      }
    } catch (MalformedMessageException e) {
      // reported by the first reading; rows up to there have places
    }
    return size;
  }

  /** Where a row is; only its number is known when the message could not be read so far. */
  Location row(long record) throws IOException {
    ByteBuffer entry = ByteBuffer.allocate(size);
    if (channel.read(entry, (record - 1) * size) < size) {
      return Location.ofRecord(record);
    }
    entry.flip();
    long offset = entry.getLong();
    long line = entry.getLong();
    long column = entry.getLong();
    String source = StandardCharsets.UTF_8.decode(entry).toString().replace("\0", "");
    return new Location(record, offset, line, column, source.isEmpty() ? null : source);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    PrivateFile.delete(file);
  }
}
