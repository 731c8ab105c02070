package org.midex.codec.avro;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.Inflater;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DeflateCodec;

/** How the blocks of a container are compressed. */
public enum Compression {
  /** Not at all. */
  NONE("null"),
  /** Deflate (RFC 1951), level 6. */
  DEFLATE("deflate"),
  /** Zstandard (RFC 8878), level 3; needs the library zstd-jni. */
  ZSTANDARD("zstandard");

  private static final int DEFLATE_LEVEL = 6;

  private final String codec;

  Compression(String codec) {
    this.codec = codec;
  }

  /** Avro's name for it, as in the metadata {@code avro.codec}. */
  public String codec() {
    return codec;
  }

  static Optional<Compression> ofCodec(String codec) {
    for (Compression compression : values()) {
      if (compression.codec.equals(codec)) {
        return Optional.of(compression);
      }
    }
    return Optional.empty();
  }

  /** Fails early where the library is missing. */
  void requireLibrary() throws IOException {
    try {
      if (this == ZSTANDARD) {
        Zstandard.require();
      }
    } catch (LinkageError e) {
      throw new IOException("Zstandard needs the library zstd-jni, which is missing", e);
    }
  }

  /** What names it in a container's header. */
  CodecFactory factory() {
    return switch (this) {
      case NONE -> CodecFactory.nullCodec();
      case DEFLATE -> CodecFactory.deflateCodec(DEFLATE_LEVEL);
      case ZSTANDARD -> CodecFactory.zstandardCodec(Zstandard.LEVEL);
    };
  }

  /** What compresses the blocks of one file. */
  BlockCompressor compressor() {
    return switch (this) {
      case NONE -> block -> block;
      case DEFLATE -> new DeflateCodec(DEFLATE_LEVEL)::compress;
      case ZSTANDARD -> Zstandard.compressor();
    };
  }

  /**
   * A block's plain bytes.
   *
   * @param inflater a raw one, ready for new input
   */
  InputStream expand(InputStream block, Inflater inflater) throws IOException {
    return switch (this) {
      case NONE -> block;
      case DEFLATE -> new Inflating(block, inflater);
      case ZSTANDARD -> Zstandard.expand(block);
    };
  }
}
