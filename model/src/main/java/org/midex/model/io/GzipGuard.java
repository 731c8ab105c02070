package org.midex.model.io;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Inflates gzip, stops where it swells more than any honest file does, and does not pass over
 * damage or over bytes that follow. It inflates as much at a time however much is asked for, so
 * that what comes before a failure is always the same.
 */
public final class GzipGuard extends FilterInputStream {
  /** Files of very alike rows reach about 100. */
  public static final int RATIO = 300;

  /** Bytes that may come out before the ratio counts. */
  public static final long FREE = 64L << 20;

  /** Makes the exception that ends the reading, in the words of who reads. */
  public interface Refusal {
    /**
     * The exception for one reason.
     *
     * @param swells whether the data are too large, not damaged
     */
    IOException of(String reason, boolean swells);
  }

  private static final int BUFFER = 1 << 16;

  private final Counter compressed;
  private final Refusal refusal;
  private final byte[] bytes = new byte[BUFFER];
  private int at;
  private int end;
  private boolean ended;
  private @Nullable IOException failure;
  private long out;

  private GzipGuard(Member in, Counter compressed, Refusal refusal) {
    super(in);
    this.compressed = compressed;
    this.refusal = refusal;
  }

  /**
   * A stream of the inflated bytes.
   *
   * @param raw starts with gzip's magic bytes
   * @throws IOException what {@code refusal} makes, here and while reading
   */
  public static InputStream open(InputStream raw, Refusal refusal) throws IOException {
    Counter counter = new Counter(raw);
    try {
      return new GzipGuard(new Member(counter), counter, refusal);
    } catch (ZipException | EOFException e) {
      throw damaged(e, refusal);
    }
  }

  @Override
  public int read() throws IOException {
    return SingleByte.read(this);
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (at == end && !ended && failure == null) {
      fill();
    }
    if (at == end && failure != null) {
      throw failure;
    }
    if (at == end) {
      return -1;
    }
    int read = Math.min(length, end - at);
    System.arraycopy(bytes, at, target, from, read);
    at += read;
    return read;
  }

  private void fill() {
    at = 0;
    end = 0;
    try {
      while (end < bytes.length && !ended) {
        int read = inflate(end, bytes.length - end);
        ended = read < 0;
        end += Math.max(read, 0);
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  private int inflate(int from, int length) throws IOException {
    int read;
    try {
      read = in.read(bytes, from, length);
    } catch (ZipException | EOFException e) {
      throw damaged(e, refusal);
    }
    if (read < 0 && ((Member) in).isFollowed()) {
      throw refusal.of("Bytes stand after the gzip data", false);
    }
    out += Math.max(read, 0);
    if (out > FREE && out / RATIO > compressed.count) {
      throw refusal.of("The gzip data swells more than " + RATIO + " times", true);
    }
    return read;
  }

  /** What is there without a failure. */
  @Override
  public int available() {
    return end - at;
  }

  private static IOException damaged(IOException e, Refusal refusal) {
    String why = e.getMessage() == null ? " or cut off" : ": " + e.getMessage();
    return refusal.of("The gzip data is damaged" + why, false);
  }

  /**
   * Knows whether bytes follow that are no gzip: the JDK passes over them silently. Nor does it
   * call itself for each member, which many empty ones would make it do until the stack is full.
   */
  private static final class Member extends GZIPInputStream {
    private static final int TRAILER = 8;

    private boolean reading;

    Member(InputStream in) throws IOException {
      super(in, BUFFER);
    }

    /** May read nothing where a member ends. */
    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      if (reading) {
        return 0;
      }
      reading = true;
      try {
        return super.read(target, from, length);
      } finally {
        reading = false;
      }
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
