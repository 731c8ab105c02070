package org.midex.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes were read. */
public final class WatchedStream extends FilterInputStream {
  private final LongConsumer told;
  private long count;

  public WatchedStream(InputStream in, LongConsumer told) {
    super(in);
    this.told = told;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    tell(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = super.read(bytes, from, length);
    tell(read);
    return read;
  }

  private void tell(int read) {
    if (read > 0) {
      count += read;
      told.accept(count);
    }
  }
}
