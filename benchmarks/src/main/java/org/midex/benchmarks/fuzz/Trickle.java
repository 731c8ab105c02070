package org.midex.benchmarks.fuzz;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

/** Gives a few bytes at a time, so that buffers end anywhere. */
final class Trickle extends FilterInputStream {
  private final int step;

  private Trickle(InputStream in, int step) {
    super(in);
    this.step = step;
  }

  static InputStream of(byte[] bytes, int step) {
    return new Trickle(new ByteArrayInputStream(bytes), step);
  }

  /** Mostly a few hundred bytes, sometimes one, sometimes thousands. */
  static int step(Random random) {
    return 1 + random.nextInt(1 << (random.nextInt(4) == 0 ? random.nextInt(14) : 9));
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    return in.read(target, from, Math.min(length, step));
  }
}
