package org.midex.codec;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/** Gives a few bytes at a time. */
public final class Trickle extends FilterInputStream {
  private final int step;

  public Trickle(byte[] bytes, int step) {
    super(new ByteArrayInputStream(bytes));
    this.step = step;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    return in.read(target, from, Math.min(length, step));
  }
}
