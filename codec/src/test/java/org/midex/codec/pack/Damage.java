package org.midex.codec.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.midex.model.signature.Outcome;
import org.midex.model.signature.Verification;

/** Damages bytes at seeded places. */
final class Damage {
  private static final int PLACES = 200;

  private final byte[] good;
  private final SplittableRandom random;

  Damage(byte[] good, long seed) {
    this.good = good;
    this.random = new SplittableRandom(seed);
  }

  /** Sees bytes that are not what they were. */
  interface Check {
    void see(byte[] damaged, String how) throws IOException;
  }

  /**
   * Flips one bit at a time.
   *
   * @param first bytes in which they are
   */
  Damage flip(int times, int first, Check check) throws IOException {
    for (int i = 0; i < times; i++) {
      flip(random.nextInt(Math.min(first, good.length)), check);
    }
    return this;
  }

  /** Verifies bytes. */
  interface Verifying {
    Verification of(byte[] bytes) throws IOException;
  }

  /**
   * Flips 200 bits, one at a time, and cuts off 200 ends, which must be noticed.
   *
   * @return what was flipped without being noticed, of which the same is said as of good bytes
   */
  List<byte[]> unnoticed(Verifying verifying) throws IOException {
    Verification right = verifying.of(good);
    List<byte[]> unnoticed = new ArrayList<>();
    flip(
        PLACES,
        good.length,
        (flipped, how) -> {
          Verification found = verifying.of(flipped);
          if (found.outcome() == Outcome.PASSED) {
            assertThat(found).as(how).isEqualTo(right);
            unnoticed.add(flipped);
          }
        });
    cut(
        PLACES,
        (cut, how) -> assertThat(verifying.of(cut).outcome()).as(how).isEqualTo(Outcome.FAILED));
    return unnoticed;
  }

  /** Flips a bit of each byte, one at a time. */
  Damage flipEach(Check check) throws IOException {
    for (int at = 0; at < good.length; at++) {
      flip(at, check);
    }
    return this;
  }

  private void flip(int at, Check check) throws IOException {
    byte[] flipped = good.clone();
    int bit = random.nextInt(Byte.SIZE);
    flipped[at] ^= (byte) (1 << bit);
    check.see(flipped, "bit " + bit + " of byte " + at);
  }

  /** Cuts off the end. */
  Damage cut(int times, Check check) throws IOException {
    for (int i = 0; i < times; i++) {
      int length = random.nextInt(good.length);
      check.see(Arrays.copyOf(good, length), "cut at " + length);
    }
    return this;
  }
}
