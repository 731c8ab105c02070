package org.midex.validation.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EntrySetTest {
  @Test
  void holdsRunsOfAnyLengthAtAnyPlace() {
    SplittableRandom random = new SplittableRandom(5);
    EntrySet set = new EntrySet();
    List<Integer> expected = new ArrayList<>();
    for (int at = 0; at < 300_000; ) {
      int to = at + random.nextInt(200);
      set.add(at, to);
      for (int entry = at; entry < to; entry++) {
        expected.add(entry);
      }
      at = to + random.nextInt(random.nextInt(50) == 0 ? 20_000 : 130);
    }
    List<Integer> found = new ArrayList<>();
    set.forEach(found::add);
    assertThat(found).isEqualTo(expected);
  }
}
