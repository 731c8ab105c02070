package org.midex.validation.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeyIndexTest {
  /** A window that all keys share is widened until they have room. */
  @Test
  void keysThatStandTogetherDoNotCrowd() {
    KeyIndex index = new KeyIndex();
    SplittableRandom random = new SplittableRandom(7);
    long[] keys = random.longs(50_000).toArray();
    for (int i = 0; i < keys.length; i++) {
      assertThat(index.add(keys[i], 99)).isEqualTo(i);
      assertThat(index.steps()).isLessThan(100L * (i + 64));
    }
    for (int i = 0; i < keys.length; i++) {
      assertThat(index.find(keys[i], 99)).isEqualTo(i);
      assertThat(index.add(keys[i], 99)).isEqualTo(i);
    }
  }

  @Test
  void forgetsAllKeys() {
    KeyIndex index = new KeyIndex();
    index.add(1, 2);
    index.add(3, 4);
    index.clear();
    assertThat(index.size()).isZero();
    assertThat(index.find(1, 2)).isEqualTo(-1);
    assertThat(index.add(3, 4)).isZero();
  }
}
