package org.midex.benchmarks.fuzz;

import java.util.Arrays;
import java.util.Random;

/** Bytes as they arrive damaged: flipped, cut, repeated, or numbers that are far too large. */
final class ByteDamage {
  /** Numbers as Avro writes them: −1, the largest and the smallest, and one that does not end. */
  private static final byte[][] NUMBERS = {
    {0x01},
    {-2, -1, -1, -1, -1, -1, -1, -1, -1, 0x01},
    {-1, -1, -1, -1, -1, -1, -1, -1, -1, 0x01},
    {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1},
    {-2, -1, -1, -1, 0x0F},
    {0x00, 0x00}
  };

  private static final int STEP = 24;

  private final Random random;

  ByteDamage(Random random) {
    this.random = random;
  }

  byte[] of(byte[] document) {
    byte[] damaged = document.clone();
    for (int changes = random.nextInt(5); changes > 0 && damaged.length > 0; changes--) {
      damaged = change(damaged);
    }
    return damaged;
  }

  private byte[] change(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, at + random.nextInt(STEP));
    return switch (random.nextInt(6)) {
      case 0 -> replaced(bytes, at, to, new byte[0]);
      case 1 -> random.nextInt(3) == 0 ? Arrays.copyOf(bytes, at) : flipped(bytes, at);
      case 2 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
      case 3 -> replaced(bytes, at, at, NUMBERS[random.nextInt(NUMBERS.length)]);
      case 4 -> replaced(bytes, at, to, noise(to - at));
      default -> flipped(bytes, at);
    };
  }

  private byte[] noise(int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] flipped(byte[] bytes, int at) {
    bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    return bytes;
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    byte[] result = new byte[bytes.length - (to - from) + by.length];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(by, 0, result, from, by.length);
    System.arraycopy(bytes, to, result, from + by.length, bytes.length - to);
    return result;
  }
}
