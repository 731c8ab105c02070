package org.midex.codec.avro;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Inflates, and gives what stands before damage before it fails: rows that are good are read. */
final class Inflating extends InflaterInputStream {
  private static final int BUFFER = 8192;

  private @Nullable ZipException failure;

  /**
   * @param inflater a raw one, ready for new input
   */
  Inflating(InputStream in, Inflater inflater) {
    super(in, inflater, BUFFER);
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    long before = inf.getBytesWritten();
    try {
      return super.read(target, from, length);
    } catch (ZipException e) {
      int good = (int) (inf.getBytesWritten() - before);
      if (good == 0) {
        throw e;
      }
      failure = e;
      return good;
    }
  }
}
