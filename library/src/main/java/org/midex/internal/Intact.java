package org.midex.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.midex.model.io.LateFailure;
import org.midex.model.io.SingleByte;

/** Bytes that end where gzip is damaged, for a second reading: the first one has told of it. */
final class Intact extends FilterInputStream {
  Intact(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    return SingleByte.read(this);
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    try {
      return in.read(bytes, from, length);
    } catch (LateFailure e) {
      return -1;
    }
  }
}
