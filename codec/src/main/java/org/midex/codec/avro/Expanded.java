package org.midex.codec.avro;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.midex.model.io.SingleByte;

/** A block's plain bytes, as long as they do not swell more than any honest block's do. */
final class Expanded extends FilterInputStream {
  /** Messages of very alike rows reach about 100. */
  private static final int RATIO = 300;

  private static final int FREE = 1 << 20;

  private final Window block;
  private long size;

  Expanded(InputStream in, Window block) {
    super(in);
    this.block = block;
  }

  @Override
  public int read() throws IOException {
    return SingleByte.read(this);
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int read;
    try {
      read = super.read(target, from, length);
    } catch (IOException e) {
      if (e == block.failure()) {
        throw e;
      }
      throw ContainerException.damaged("The compressed data cannot be expanded: " + e.getMessage());
    }
    size += Math.max(read, 0);
    if (size > Blocks.SIZE) {
      throw ContainerException.limit("expanded block", Blocks.SIZE);
    }
    if (size > FREE && size / RATIO > block.size()) {
      throw ContainerException.limit("block expansion", RATIO + " : 1");
    }
    return read;
  }
}
