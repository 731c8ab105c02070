package org.midex.validation.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Where the last sibling stood is a guess only. */
class SiblingTest {
  private static final int PAIRS = 2_000;
  private static final long STEP = 1;

  private final KeyTable table = new KeyTable();
  private final SplittableRandom random = new SplittableRandom(3);

  @Test
  void isFoundWhetherTheyStandAlikeOrNot() {
    int[] siblings = new int[PAIRS];
    int[] entries = new int[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      long hi = random.nextLong() & ~STEP;
      entries[i] = table.add(hi, i, i, 0);
      boolean alike = i < PAIRS / 2; // first all stand beside one another, then at any distance
      for (int others = alike ? 0 : random.nextInt(4); others > 0; others--) {
        table.add(random.nextLong(), random.nextLong(), i, 0);
      }
      siblings[i] = i % 17 == 0 ? -1 : table.add(hi + STEP, i, i, 0);
    }
    Sibling sibling = new Sibling(table, STEP, 0);
    for (int i = 0; i < PAIRS; i++) {
      assertThat(sibling.find(entries[i])).isEqualTo(siblings[i]);
    }
  }
}
