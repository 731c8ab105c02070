package org.midex.codec.avro;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.midex.codec.bytes.OutputBuffer;

/**
 * Blocks of a container: how many rows, how many bytes, the bytes compressed, the sync marker. A
 * block ends with the row that fills it, so that the same rows are always divided in the same way.
 */
final class BlockWriter implements Closeable {
  /** Compressed blocks are handed on several at a time, others as they are. */
  private static final int BUFFER = 1 << 15;

  /** Longest form of two numbers. */
  private static final int NUMBERS = 20;

  private final OutputStream out;
  private final BlockCompressor compressor;
  private final byte[] sync;
  private final int full;
  private final OutputBuffer block;
  private final BinaryOutput rows;
  private long count;
  private boolean closed;

  /**
   * @param full size of a block in bytes before compression, at least
   */
  BlockWriter(OutputStream out, BlockCompressor compressor, byte[] sync, int full) {
    this.out = new BufferedOutputStream(out, BUFFER);
    this.compressor = compressor;
    this.sync = sync;
    this.full = full;
    this.block = new OutputBuffer(full + full / 8);
    this.rows = new BinaryOutput(block);
  }

  /** Where the next row goes. */
  BinaryOutput rows() {
    return rows;
  }

  /** Says that a row is complete. */
  void endRow() throws IOException {
    count++;
    if (block.size() >= full) {
      writeBlock();
    }
  }

  private void writeBlock() throws IOException {
    ByteBuffer data = compressor.compress(block.asByteBuffer());
    OutputBuffer numbers = new OutputBuffer(NUMBERS);
    BinaryOutput start = new BinaryOutput(numbers);
    start.putLong(count);
    start.putLong(data.remaining());
    numbers.writeTo(out);
    out.write(data.array(), data.arrayOffset() + data.position(), data.remaining());
    out.write(sync);
    block.cut(0);
    count = 0;
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try (out;
          compressor) {
        if (count > 0) {
          writeBlock();
        }
      }
    }
  }
}
