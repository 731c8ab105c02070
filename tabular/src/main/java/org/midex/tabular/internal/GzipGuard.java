package org.midex.tabular.internal;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Inflates gzip and stops where it swells more than any honest table does. */
final class GzipGuard extends FilterInputStream {
  /** Tables of very alike rows reach about 100. */
  static final int RATIO = 300;

  static final long FREE = 64L << 20;
  private static final int BUFFER = 1 << 16;

  private final Counter compressed;
  private long out;

  private GzipGuard(GZIPInputStream in, Counter compressed) {
    super(in);
    this.compressed = compressed;
  }

  static InputStream open(InputStream raw) throws IOException {
    Counter counter = new Counter(raw);
    try {
      return new GzipGuard(new GZIPInputStream(counter, BUFFER), counter);
    } catch (ZipException | EOFException e) {
      throw damaged(e);
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
      throw damaged(e);
    }
    out += Math.max(read, 0);
    if (out > FREE && out / RATIO > compressed.count) {
      throw new BadTableException("The gzip data swells more than " + RATIO + " times");
    }
    return read;
  }

  private static BadTableException damaged(IOException e) {
    return new BadTableException("The gzip data is damaged: " + e.getMessage());
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
