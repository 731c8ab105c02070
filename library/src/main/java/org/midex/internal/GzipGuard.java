package org.midex.internal;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.midex.model.FindingSink;

/**
 * Stops a gzip stream that swells more than any honest message does, and turns damage into a
 * finding.
 */
final class GzipGuard extends FilterInputStream {
  /** Messages of very alike rows reach about 100. */
  private static final int RATIO = 300;

  private static final long FREE = 64L << 20;
  private static final int BUFFER = 1 << 16;

  private final Counter compressed;
  private final FindingSink sink;
  private long out;

  private GzipGuard(Member in, Counter compressed, FindingSink sink) {
    super(in);
    this.compressed = compressed;
    this.sink = sink;
  }

  static InputStream open(InputStream raw, FindingSink sink) throws IOException {
    Counter counter = new Counter(raw);
    try {
      return new GzipGuard(new Member(counter), counter, sink);
    } catch (ZipException | EOFException e) {
      throw damaged(e, sink);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read;
    try {
      read = super.read(bytes, from, length);
    } catch (ZipException | EOFException e) {
      throw damaged(e, sink);
    }
    if (read < 0 && ((Member) in).isFollowed()) {
      throw Format.fatal("MDX-S05", Map.of("reason", "Bytes stand after the gzip data"), sink);
    }
    out += Math.max(read, 0);
    if (out > FREE && out / RATIO > compressed.count) {
      throw Format.fatal(
          "MDX-S04", Map.of("what", "gzip expansion", "limit", RATIO + " : 1"), sink);
    }
    return read;
  }

  private static IOException damaged(IOException e, FindingSink sink) {
    return Format.fatal(
        "MDX-S05",
        Map.of(
            "reason",
            "The gzip data is damaged"
                + (e.getMessage() == null ? " or cut off" : ": " + e.getMessage())),
        sink);
  }

  /** Knows whether bytes follow that are no gzip: the JDK passes over them silently. */
  private static final class Member extends GZIPInputStream {
    private static final int TRAILER = 8;

    Member(InputStream in) throws IOException {
      super(in, BUFFER);
    }

    boolean isFollowed() throws IOException {
      return inf.getRemaining() > TRAILER || in.read() >= 0;
    }
  }

  /** Counts the compressed bytes. */
  private static final class Counter extends FilterInputStream {
    private long count;

    Counter(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
