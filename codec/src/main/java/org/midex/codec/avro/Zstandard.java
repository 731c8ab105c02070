package org.midex.codec.avro;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The only class that touches the optional library zstd-jni. */
final class Zstandard {
  static final int LEVEL = 3;

  /** Binary logarithm of the largest window, and so of the memory, that a frame may ask for. */
  private static final int WINDOW = 26;

  private Zstandard() {}

  /**
   * Loads the library.
   *
   * @throws LinkageError when it is missing
   */
  static void require() throws IOException {
    try (InputStream probe = expand(InputStream.nullInputStream())) {
      probe.available();
    }
  }

  static InputStream expand(InputStream in) throws IOException {
    return new ZstdInputStreamNoFinalizer(in).setLongMax(WINDOW);
  }

  static BlockCompressor compressor() {
    return new Compressor();
  }

  /** Compresses all blocks with one context: making one for each takes half as long again. */
  private static final class Compressor implements BlockCompressor {
    private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL);
    private byte[] compressed = {};

    @Override
    public ByteBuffer compress(ByteBuffer block) {
      int bound = Math.toIntExact(Zstd.compressBound(block.remaining()));
      if (compressed.length < bound) {
        compressed = new byte[bound];
      }
      int length =
          context.compressByteArray(
              compressed,
              0,
              compressed.length,
              block.array(),
              block.arrayOffset() + block.position(),
              block.remaining());
      return ByteBuffer.wrap(compressed, 0, length);
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
