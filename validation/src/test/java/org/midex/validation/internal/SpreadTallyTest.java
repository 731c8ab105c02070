package org.midex.validation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.midex.model.Spread;

class SpreadTallyTest {
  private static Spread of(int pages, List<Long> rows) {
    SpreadTally tally = new SpreadTally(new RowSet.Budget(pages));
    rows.forEach(tally::add);
    return tally.toSpread();
  }

  @Property(tries = 200)
  void countsDistinctRowsAndEveryFindingWhereItIs(
      @ForAll @Size(max = 300) List<@LongRange(min = 0, max = 1_000_000) Long> rows) {
    Spread spread = of(1_000, rows);
    Set<Long> distinct = new HashSet<>(rows);
    distinct.remove(0L);
    assertThat(spread.rows()).isEqualTo(distinct.size());
    assertThat(spread.exact()).isTrue();
    assertThat(spread.buckets()).hasSizeLessThanOrEqualTo(Spread.BUCKETS);
    for (int i = 0; i < spread.buckets().size(); i++) {
      long from = i * spread.width();
      long to = from + spread.width();
      assertThat(rows.stream().filter(r -> r > from && r <= to).count())
          .isEqualTo(spread.buckets().get(i));
    }
    assertThat(spread.buckets().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(rows.stream().filter(r -> r > 0).count());
  }

  @Test
  void rowsInOrderNeedNoPages() {
    Spread spread = of(0, List.of(5L, 5L, 9L, 9_000L));
    assertThat(spread.rows()).isEqualTo(3);
    assertThat(spread.exact()).isTrue();
  }

  @Test
  void saysWhenItOnlyKnowsALeastNumber() {
    Spread spread = of(1, List.of(5L, 9_000L, 6L, 20_000L, 8_000L));
    assertThat(spread.rows()).isEqualTo(4);
    assertThat(spread.exact()).isFalse();
  }
}
