package org.midex.codec.avro;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The blocks of a container, one after the other, expanded as they are read. */
final class Blocks implements Closeable {
  /** Bytes of a block, compressed or plain. */
  static final int SIZE = 64 << 20;

  /** Some writers leave the checksum of zlib behind the deflate data (Python's, fastavro's). */
  private static final int CHECKSUM = 4;

  private final BinaryInput file;
  private final Compression compression;
  private final byte[] sync;
  private final Inflater inflater = new Inflater(true);
  private @Nullable Window window;
  private @Nullable InputStream plain;
  private final BinaryInput data;
  private long offset = -1;
  private long rows;

  /**
   * @param room bytes of a block to hold at once
   */
  Blocks(BinaryInput file, Compression compression, byte[] sync, int room) throws IOException {
    compression.requireLibrary();
    data = new BinaryInput(InputStream.nullInputStream(), "The block", room);
    this.file = file;
    this.compression = compression;
    this.sync = sync;
  }

  /**
   * Moves to the next block; false after the last.
   *
   * @throws ContainerException when the former block was not read to its end or is damaged there
   */
  boolean next() throws IOException {
    finish();
    if (file.atEnd()) {
      return false;
    }
    offset = file.position();
    rows = file.number();
    long size = file.number();
    if (rows < 0 || size < 0) {
      throw ContainerException.damaged("A block has " + rows + " rows in " + size + " bytes");
    }
    if (size > SIZE) {
      throw ContainerException.limit("block size", SIZE);
    }
    inflater.reset();
    window = new Window(file, size);
    plain = new Expanded(compression.expand(window, inflater), window);
    data.restart(plain);
    return true;
  }

  private void finish() throws IOException {
    if (window == null || plain == null) {
      return;
    }
    if (data.at() < data.end() || plain.read() >= 0) {
      throw ContainerException.damaged("A block has more bytes than its " + rows + " rows take");
    }
    plain.close();
    long unused = window.left() + inflater.getRemaining();
    if (unused > (compression == Compression.DEFLATE ? CHECKSUM : 0)) {
      throw ContainerException.damaged("A block has " + unused + " bytes after its data");
    }
    endBlock(window);
  }

  private void endBlock(Window block) throws IOException {
    file.skip(block.left());
    byte[] marker = new byte[sync.length];
    file.readFully(marker, marker.length);
    if (!Arrays.equals(marker, sync)) {
      throw ContainerException.damaged("A block does not end with the file's sync marker");
    }
    window = null;
  }

  /** Passes over the current block without looking into it. */
  void skip() throws IOException {
    if (window != null && plain != null) {
      plain.close();
      endBlock(window);
    }
  }

  /** Rows of the current block, as it says itself. */
  long rows() {
    return rows;
  }

  /** Offset of the current block in the file; −1 before the first. */
  long offset() {
    return offset;
  }

  /** Plain bytes of the current block. */
  BinaryInput data() {
    return data;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    if (plain != null) {
      plain.close();
    }
  }
}
