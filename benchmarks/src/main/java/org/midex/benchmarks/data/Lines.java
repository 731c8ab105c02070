package org.midex.benchmarks.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Other messages made of the lines of a clean one. */
final class Lines {
  private static final byte[] OBSERVATION = "<Obs ".getBytes(StandardCharsets.US_ASCII);
  private static final long SEED = 20_261_102;

  private final byte[] bytes;

  /** Where each observation starts, and where the last ends. */
  private final int[] starts;

  private Lines(byte[] bytes, int[] starts) {
    this.bytes = bytes;
    this.starts = starts;
  }

  /** The lines of a file below two gigabytes with so many observations. */
  static Lines of(Path clean, int rows) throws IOException {
    byte[] bytes = Files.readAllBytes(clean);
    int[] starts = new int[rows + 1];
    int found = 0;
    for (int at = 0; at < bytes.length; at = after(bytes, at)) {
      if (startsWith(bytes, at)) {
        starts[found++] = at;
        starts[found] = after(bytes, at);
      }
    }
    if (found != rows) {
      throw new IllegalStateException(clean + " has " + found + " observations, not " + rows);
    }
    return new Lines(bytes, starts);
  }

  private static int after(byte[] bytes, int at) {
    int end = at;
    while (bytes[end] != '\n') {
      end++;
    }
    return end + 1;
  }

  private static boolean startsWith(byte[] bytes, int at) {
    for (int i = 0; i < OBSERVATION.length; i++) {
      if (at + i >= bytes.length || bytes[at + i] != OBSERVATION[i]) {
        return false;
      }
    }
    return true;
  }

  /** The same observations in an order that has nothing to do with their keys. */
  void writeShuffled(Path target) throws IOException {
    int rows = starts.length - 1;
    int[] order = new int[rows];
    Random random = new Random(SEED);
    for (int i = 0; i < rows; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    try (OutputStream out = open(target)) {
      for (int row : order) {
        out.write(bytes, starts[row], starts[row + 1] - starts[row]);
      }
      finish(out);
    }
  }

  /** The same observations, each made wrong in one of a few ways. */
  void writeWrong(Path target) throws IOException {
    try (OutputStream out = open(target)) {
      for (int row = 0; row < starts.length - 1; row++) {
        String line =
            new String(
                bytes, starts[row], starts[row + 1] - starts[row], StandardCharsets.US_ASCII);
        out.write(Mistake.of(row).make(line).getBytes(StandardCharsets.US_ASCII));
      }
      finish(out);
    }
  }

  private OutputStream open(Path target) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16);
    out.write(bytes, 0, starts[0]);
    return out;
  }

  private void finish(OutputStream out) throws IOException {
    int last = starts[starts.length - 1];
    out.write(bytes, last, bytes.length - last);
  }
}
