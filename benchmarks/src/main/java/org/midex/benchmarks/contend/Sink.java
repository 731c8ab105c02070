package org.midex.benchmarks.contend;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Takes bytes and keeps none; counts them, and sums them up where asked to. */
final class Sink extends OutputStream {
  private final CRC32 sum = new CRC32();
  private final boolean summing;
  private long count;

  Sink(boolean summing) {
    this.summing = summing;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    count += length;
    if (summing) {
      sum.update(bytes, from, length);
    }
  }

  long count() {
    return count;
  }

  /** Equal for equal bytes. */
  String sum() {
    return count + ":" + Long.toHexString(sum.getValue());
  }

  /** Where two texts differ matters less than that they do. */
  static void requireSame(String... sums) {
    if (Arrays.stream(sums).distinct().count() != 1) {
      throw new IllegalStateException("different bytes: " + Arrays.toString(sums));
    }
  }
}
