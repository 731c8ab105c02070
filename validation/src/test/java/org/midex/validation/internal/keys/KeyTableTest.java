package org.midex.validation.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.midex.model.TimePeriod;

class KeyTableTest {
  private final KeyTable table = new KeyTable();

  @Test
  void keepsWhatWasAdded() {
    long period = TimePeriod.parse("9999-12-31").packed();
    int entry = table.add(1, 2, 4_000_000_000L, period);
    assertThat(table.hasFigure(entry)).isFalse();
    table.setFigure(entry, -7);
    assertThat(table.hasFigure(entry)).isTrue();
    assertThat(table.figure(entry)).isEqualTo(-7);
    assertThat(table.record(entry)).isEqualTo(4_000_000_000L);
    assertThat(table.period(entry)).isEqualTo(period);
  }

  @Test
  void findsNeighboursByTheirStep() {
    int entry = table.add(10, 20, 1, 0);
    int other = table.add(13, 18, 2, 0);
    assertThat(table.find(entry, 3, -2)).isEqualTo(other);
    assertThat(table.find(entry, 3, -1)).isEqualTo(-1);
  }

  @Test
  void behavesLikeAMapWhileItGrows() {
    SplittableRandom random = new SplittableRandom(42);
    Map<String, Integer> map = new HashMap<>();
    for (int i = 0; i < 100_000; i++) {
      long hi = random.nextLong(300);
      long lo = random.nextLong(300) << 40; // low bits equal: all fall into the same place
      Integer before = map.putIfAbsent(hi + "," + lo, table.size());
      int entry = table.add(hi, lo, i, 0);
      assertThat(entry).isEqualTo(before == null ? table.size() - 1 : -1);
      if (i % 1_000 == 999 && map.size() > 3_000) {
        break;
      }
    }
    map.forEach(
        (key, entry) -> {
          int comma = key.indexOf(',');
          long hi = Long.parseLong(key.substring(0, comma));
          assertThat(table.find(hi, Long.parseLong(key.substring(comma + 1)))).isEqualTo(entry);
        });
  }

  @Test
  void growsOverManyPages() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 300_000; i++) {
      assertThat(table.add(random.nextLong(), random.nextLong(), i, 0)).isEqualTo(i);
      table.setFigure(i, i);
    }
    random = new SplittableRandom(1);
    for (int i = 0; i < 300_000; i++) {
      int entry = table.find(random.nextLong(), random.nextLong());
      assertThat(entry).isEqualTo(i);
      assertThat(table.figure(entry)).isEqualTo(i);
    }
  }
}
