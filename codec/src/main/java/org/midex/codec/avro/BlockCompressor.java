package org.midex.codec.avro;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Compresses one block after the other. Belongs to one writer, which closes it. */
@FunctionalInterface
interface BlockCompressor extends Closeable {
  /**
   * A block's bytes as they stand in the file.
   *
   * @return backed by an array; good until the next block
   */
  ByteBuffer compress(ByteBuffer block) throws IOException;

  @Override
  default void close() throws IOException {}
}
