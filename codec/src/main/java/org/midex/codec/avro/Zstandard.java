package org.midex.codec.avro;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;

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
}
