package org.midex.codec.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.midex.model.signature.Fault;

/**
 * The bytes of a file in a package. What is read is as long as the directory says and has its
 * checksum, or reading ends with a {@link FaultException}.
 */
final class EntryStream extends InputStream {
  private static final int BUFFER = 1 << 16;

  private final SeekableByteChannel file;
  private final Entry entry;
  private final CRC32 crc = new CRC32();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private final Inflater inflater = new Inflater(true);
  private long at;
  private long left;
  private long size;
  private boolean checked;

  EntryStream(SeekableByteChannel file, Entry entry) throws FaultException {
    this.file = file;
    this.entry = entry;
    this.at = entry.data();
    this.left = entry.compressed();
    boolean bomb = entry.size() / PackageLimits.RATIO > entry.compressed() + 1;
    if (bomb) {
      throw ZipDirectory.limit("ratio of " + entry.name() + " to its bytes", PackageLimits.RATIO);
    }
    if (entry.stored() && entry.size() != entry.compressed()) {
      throw differs("sizes");
    }
    buffer.limit(0);
  }

  private FaultException differs(String reason) {
    return new FaultException(new Fault("MDX-P04", entry.name(), Map.of("reason", reason)));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read = entry.stored() ? copy(target, from, length) : inflate(target, from, length);
    if (read > 0) {
      crc.update(target, from, read);
      size += read;
      if (size > entry.size()) {
        throw differs("it is larger");
      }
      return read;
    }
    check();
    return -1;
  }

  private int copy(byte[] target, int from, int length) throws IOException {
    if (!buffer.hasRemaining() && !fill()) {
      return 0;
    }
    int some = Math.min(length, buffer.remaining());
    buffer.get(target, from, some);
    return some;
  }

  private int inflate(byte[] target, int from, int length) throws IOException {
    try {
      while (true) {
        int read = inflater.inflate(target, from, length);
        if (read > 0) {
          return read;
        }
        if (inflater.finished()) {
          if (inflater.getRemaining() > 0 || left > 0) {
            throw differs("bytes behind its end");
          }
          return 0;
        }
        if (inflater.needsDictionary() || !fill()) {
          throw differs("it is cut off");
        }
        inflater.setInput(buffer);
      }
    } catch (DataFormatException e) {
      throw differs("it cannot be unpacked");
    }
  }

  private boolean fill() throws IOException {
    if (left == 0) {
      return false;
    }
    buffer.clear().limit((int) Math.min(left, BUFFER));
    file.position(at);
    int read = file.read(buffer);
    if (read <= 0) {
      throw differs("it is cut off");
    }
    at += read;
    left -= read;
    buffer.flip();
    return true;
  }

  private void check() throws FaultException {
    if (!checked && (size != entry.size() || crc.getValue() != entry.crc())) {
      throw differs("size or checksum");
    }
    checked = true;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
