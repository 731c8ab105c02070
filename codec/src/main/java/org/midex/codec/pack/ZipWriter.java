package org.midex.codec.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Writes a ZIP file in one pass: an entry's sizes and checksum are filled in when its bytes are
 * there, so that nothing has to stand behind them. The same entries give the same bytes: all are as
 * old as the format.
 */
final class ZipWriter {
  private static final int BUFFER = 1 << 16;
  private static final int VERSION = 20;
  private static final int VERSION_64 = 45;
  private static final int FIRST_DAY = 0x21; // 1 January 1980
  private static final int UTF_8 = 1 << 11;
  private static final int DEFLATED = 8;
  private static final int LOCAL_SIZE = 30;
  private static final int CENTRAL_SIZE = 46;
  private static final int EXTRA_64 = 20;
  private static final int END_SIZE = 22;
  private static final int END_64_SIZE = 56;
  private static final int LOCATOR_64_SIZE = 20;
  private static final long FULL = 0xFFFF_FFFFL;

  /** From this size on an entry gets 64 bits for it: what it grows to is not known before. */
  private static final long WIDE = 1L << 31;

  private final SeekableByteChannel file;
  private final List<Written> entries = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private long at;

  @SuppressWarnings("ArrayRecordComponent")
  private record Written(
      byte[] name,
      boolean deflated,
      boolean wide,
      long crc,
      long compressed,
      long size,
      long header) {}

  ZipWriter(SeekableByteChannel file) {
    this.file = file;
  }

  /** Adds an entry that is not compressed. */
  void add(String name, byte[] bytes) throws IOException {
    add(name, new ByteArrayInputStream(bytes), bytes.length, false, null);
  }

  /**
   * Adds an entry.
   *
   * @param about how many bytes it probably has; −1 when that is not known
   * @param digest updated with the bytes as they come; or null
   * @throws IllegalArgumentException when the name is not one for every system, or is there
   */
  void add(String name, InputStream in, long about, boolean deflate, @Nullable MessageDigest digest)
      throws IOException {
    if (!EntryName.isSafe(name) || !names.add(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          name + ": the name is there already or does not mean the same on every system");
    }
    boolean wide = about < 0 || about >= WIDE;
    byte[] rawName = name.getBytes(StandardCharsets.UTF_8);
    long header = at;
    write(local(new Written(rawName, deflate, wide, 0, 0, 0, header)));
    CRC32 crc = new CRC32();
    long start = at;
    long size = deflate ? deflate(in, crc, digest) : store(in, crc, digest);
    Written entry = new Written(rawName, deflate, wide, crc.getValue(), at - start, size, header);
    if (!wide && (size > FULL - 1 || at - start > FULL - 1)) {
      throw new IOException(name + " grew while it was read");
    }
    file.position(header);
    writeAll(local(entry));
    file.position(at);
    entries.add(entry);
  }

  private long store(InputStream in, CRC32 crc, @Nullable MessageDigest digest) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      update(crc, digest, buffer, read);
      write(ByteBuffer.wrap(buffer, 0, read));
      size += read;
    }
    return size;
  }

  private long deflate(InputStream in, CRC32 crc, @Nullable MessageDigest digest)
      throws IOException {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      byte[] buffer = new byte[BUFFER];
      byte[] packed = new byte[BUFFER];
      long size = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        update(crc, digest, buffer, read);
        size += read;
        deflater.setInput(buffer, 0, read);
        while (!deflater.needsInput()) {
          write(ByteBuffer.wrap(packed, 0, deflater.deflate(packed)));
        }
      }
      deflater.finish();
      while (!deflater.finished()) {
        write(ByteBuffer.wrap(packed, 0, deflater.deflate(packed)));
      }
      return size;
    } finally {
      deflater.end();
    }
  }

  private static void update(CRC32 crc, @Nullable MessageDigest digest, byte[] buffer, int length) {
    crc.update(buffer, 0, length);
    if (digest != null) {
      digest.update(buffer, 0, length);
    }
  }

  private static ByteBuffer local(Written entry) {
    int extra = entry.wide ? EXTRA_64 : 0;
    ByteBuffer header = buffer(LOCAL_SIZE + entry.name.length + extra);
    header.putInt(0x04034b50);
    putCommon(header, entry);
    header.putShort((short) entry.name.length).putShort((short) extra).put(entry.name);
    if (entry.wide) {
      header.putShort((short) 1).putShort((short) (EXTRA_64 - 4));
      header.putLong(entry.size).putLong(entry.compressed);
    }
    return header.flip();
  }

  /** What both directories say of an entry. */
  private static void putCommon(ByteBuffer header, Written entry) {
    boolean ascii =
        new String(entry.name, StandardCharsets.ISO_8859_1).chars().allMatch(c -> c < 0x80);
    header.putShort((short) (entry.wide ? VERSION_64 : VERSION));
    header.putShort((short) (ascii ? 0 : UTF_8));
    header.putShort((short) (entry.deflated ? DEFLATED : 0));
    header.putShort((short) 0).putShort((short) FIRST_DAY);
    header.putInt((int) entry.crc);
    header.putInt((int) (entry.wide ? FULL : entry.compressed));
    header.putInt((int) (entry.wide ? FULL : entry.size));
  }

  private static ByteBuffer central(Written entry) {
    boolean far = entry.header >= FULL;
    int sizes = (entry.wide ? 2 * Long.BYTES : 0) + (far ? Long.BYTES : 0);
    int extra = sizes == 0 ? 0 : sizes + Integer.BYTES;
    ByteBuffer header = buffer(CENTRAL_SIZE + entry.name.length + extra);
    header.putInt(0x02014b50).putShort((short) (entry.wide || far ? VERSION_64 : VERSION));
    putCommon(header, entry);
    header.putShort((short) entry.name.length).putShort((short) extra).putShort((short) 0);
    header.putShort((short) 0).putShort((short) 0).putInt(0);
    header.putInt((int) (far ? FULL : entry.header)).put(entry.name);
    if (extra > 0) {
      header.putShort((short) 1).putShort((short) sizes);
      if (entry.wide) {
        header.putLong(entry.size).putLong(entry.compressed);
      }
      if (far) {
        header.putLong(entry.header);
      }
    }
    return header.flip();
  }

  /** Writes the directory; nothing can be added any more. */
  void finish() throws IOException {
    long start = at;
    for (Written entry : entries) {
      write(central(entry));
    }
    long size = at - start;
    if (start >= FULL || entries.size() >= 0xFFFF) {
      writeEnd64(start, size);
    }
    ByteBuffer end = buffer(END_SIZE);
    short count = (short) Math.min(entries.size(), 0xFFFF);
    end.putInt(0x06054b50).putInt(0).putShort(count).putShort(count);
    end.putInt((int) size).putInt((int) Math.min(start, FULL)).putShort((short) 0);
    write(end.flip());
  }

  private void writeEnd64(long start, long size) throws IOException {
    long place = at;
    ByteBuffer end = buffer(END_64_SIZE + LOCATOR_64_SIZE);
    end.putInt(0x06064b50).putLong(END_64_SIZE - 12L);
    end.putShort((short) VERSION_64).putShort((short) VERSION_64).putLong(0);
    end.putLong(entries.size()).putLong(entries.size()).putLong(size).putLong(start);
    end.putInt(0x07064b50).putInt(0).putLong(place).putInt(1);
    write(end.flip());
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void write(ByteBuffer bytes) throws IOException {
    at += bytes.remaining();
    writeAll(bytes);
  }

  private void writeAll(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }
}
