package org.midex.codec;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/** Gives a few bytes at a time, and at the end may fail. */
public final class Trickle extends FilterInputStream {
  private final int step;
  private boolean fails;

  public Trickle(byte[] bytes, int step) {
    super(new ByteArrayInputStream(bytes));
    this.step = step;
  }

  /** At the end it fails. */
  public Trickle failing() {
    fails = true;
    return this;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int read = in.read(target, from, Math.min(length, step));
    if (fails && read < 0) {
      throw new IOException("the disk is gone");
    }
    return read;
  }
}
