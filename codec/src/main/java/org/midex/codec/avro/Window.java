package org.midex.codec.avro;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.midex.model.io.SingleByte;

/** The next so many bytes of a file. */
final class Window extends InputStream {
  private final BinaryInput file;
  private final long size;
  private long left;
  private @Nullable IOException failure;

  Window(BinaryInput file, long size) {
    this.file = file;
    this.size = size;
    this.left = size;
  }

  @Override
  public int read() throws IOException {
    return SingleByte.read(this);
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    try {
      int read = file.read(target, from, (int) Math.min(length, left));
      if (read < 0) {
        throw ContainerException.damaged("The file ends in the middle of a block");
      }
      left -= read;
      return read;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** Bytes in all. */
  long size() {
    return size;
  }

  /** Bytes not read yet. */
  long left() {
    return left;
  }

  /** Why reading the file itself failed; null when it did not. */
  @Nullable IOException failure() {
    return failure;
  }
}
