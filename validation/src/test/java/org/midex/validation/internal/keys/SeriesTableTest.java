package org.midex.validation.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.midex.schema.Catalogue;
import org.midex.schema.RowType;

/** Rows in whatever order stand as series in the order of their periods, and find one another. */
class SeriesTableTest {
  private static final RowType TYPE = Catalogue.standard().theme("ASYLUM_APP");
  private static final int SEX = TYPE.field("SEX").slot();
  private static final int AGE = TYPE.field("AGE").slot();
  private static final long STEP = 1_000;

  private final PackedCodes packing = new PackedCodes(TYPE, slots());
  private final SeriesTable table = new SeriesTable(packing);
  private final KeyedRow row = new KeyedRow(packing);
  private final List<String> duplicates = new ArrayList<>();

  private static BitSet slots() {
    BitSet slots = new BitSet();
    slots.set(SEX);
    slots.set(AGE);
    return slots;
  }

  private void add(int series, int period, long record) {
    boolean figure = record % 7 != 0;
    set(
        series,
        -series,
        figure ? record * 10 : 0,
        record,
        figure ? period : period | Marks.NO_FIGURE);
    row.setCodes(
        new long[] {packing.firstWord(SEX, series % 3) + packing.firstWord(AGE, series % 5)}, 0);
    table.add(row, this::duplicate);
  }

  private void duplicate(RowFigure again, RowFigure first) {
    duplicates.add(again.record() + " is " + first.record() + ", " + first.figure());
  }

  private void set(long hi, long lo, long figure, long record, int periodAndMarks) {
    row.setSeries(hi, lo);
    row.setRow(figure, record, periodAndMarks);
  }

  private void arrange() {
    table.arrange(this::duplicate);
  }

  @Property(tries = 300)
  void aTableInAnyOrder(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 400) int series,
      @ForAll @IntRange(min = 1, max = 60) int periods,
      @ForAll @IntRange(max = 6_000) int rows,
      @ForAll boolean sorted) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int filling = 0; filling < 2; filling++) {
      table.clear();
      duplicates.clear();
      Map<Integer, SortedMap<Integer, Long>> expected = new TreeMap<>();
      List<String> expectedDuplicates = new ArrayList<>();
      int[] keys = IntStream.range(0, rows).map(i -> random.nextInt(series * periods)).toArray();
      if (sorted) {
        keys = IntStream.of(keys).sorted().toArray();
      }
      for (int i = 0; i < rows; i++) {
        long record = i + 1L;
        add(keys[i] / periods, keys[i] % periods, record);
        Long before =
            expected
                .computeIfAbsent(keys[i] / periods, s -> new TreeMap<>())
                .putIfAbsent(keys[i] % periods, record);
        if (before != null) {
          expectedDuplicates.add(
              record + " is " + before + ", " + (before % 7 != 0 ? before * 10 : 0));
        }
      }
      arrange();
      assertThat(duplicates).isEqualTo(expectedDuplicates);
      check(expected);
    }
  }

  private void check(Map<Integer, SortedMap<Integer, Long>> expected) {
    assertThat(table.size()).isEqualTo(expected.values().stream().mapToInt(Map::size).sum());
    assertThat(table.series()).isEqualTo(expected.size());
    Sibling sibling = new Sibling(table, 1, -1);
    for (int one = 0; one < table.series(); one++) {
      int first = table.first(one);
      KeyedRow shown = new KeyedRow(packing);
      table.show(first, shown);
      int key = (int) shown.hi();
      Map<Integer, Long> own = expected.getOrDefault(key, new TreeMap<>());
      List<Long> records = new ArrayList<>();
      for (int entry = first; entry < table.end(one); entry++) {
        table.show(entry, shown);
        assertThat(shown.hi()).isEqualTo(key);
        assertThat(shown.lo()).isEqualTo(-key);
        assertThat(shown.code(SEX)).isEqualTo(key % 3).isEqualTo(table.code(one, SEX));
        assertThat(shown.code(AGE)).isEqualTo(key % 5).isEqualTo(table.code(one, AGE));
        assertThat(shown.record()).isEqualTo(table.record(entry));
        assertThat(shown.hasFigure()).isEqualTo(shown.record() % 7 != 0);
        assertThat(shown.figure()).isEqualTo(shown.hasFigure() ? shown.record() * 10 : 0);
        assertThat(own).containsEntry(shown.period(), shown.record());
        records.add(shown.record());
        Long beside = expected.getOrDefault(key + 1, new TreeMap<>()).get(shown.period());
        assertThat(recordOf(sibling.find(entry))).isEqualTo(beside == null ? 0 : beside);
        for (int period = shown.period() - 2; period <= shown.period() + 2; period++) {
          assertThat(recordOf(table.ofPeriod(entry, period)))
              .isEqualTo(own.getOrDefault(period, 0L));
        }
      }
      assertThat(records).containsExactlyElementsOf(own.values());
    }
  }

  private long recordOf(int entry) {
    return entry < 0 ? 0 : table.record(entry);
  }

  @Test
  void keepsLargeNumbers() {
    set(Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 4_000_000_000L, Marks.PERIOD);
    table.add(row, this::duplicate);
    arrange();
    assertThat(table.record(0)).isEqualTo(4_000_000_000L);
    assertThat(table.figure(0)).isEqualTo(Long.MIN_VALUE);
    assertThat(table.period(0)).isEqualTo(Marks.PERIOD);
    assertThat(table.hasFigure(0)).isTrue();
    assertThat(table.marked(0, Marks.BREAK)).isFalse();
  }

  @Test
  void marksStayBesideThePeriod() {
    set(1, 2, 3, 4, 5 | Marks.BREAK | Marks.ADDS_UP);
    table.add(row, this::duplicate);
    set(1, 2, 3, 5, 4 | Marks.NOT_OVER_TIME);
    table.add(row, this::duplicate);
    arrange();
    assertThat(table.period(0)).isEqualTo(4);
    assertThat(table.marked(0, Marks.NOT_OVER_TIME)).isTrue();
    assertThat(table.period(1)).isEqualTo(5);
    assertThat(table.marked(1, Marks.BREAK)).isTrue();
    assertThat(table.marked(1, Marks.NOT_OVER_TIME)).isFalse();
  }

  /**
   * A finder remembers where it looked last, which is somewhere else when the table is filled anew.
   */
  @Test
  void siblingsAreLookedForAnewInAnotherFilling() {
    Sibling sibling = new Sibling(table, STEP, 0);
    for (int filling = 0; filling < 2; filling++) {
      table.clear();
      boolean first = filling == 0;
      set(first ? 1 : 1 + STEP, 0, 0, 1, 1);
      table.add(row, this::duplicate);
      set(first ? 1 + STEP : 1, 0, 0, 2, 1);
      table.add(row, this::duplicate);
      arrange();
      assertThat(sibling.find(0)).isEqualTo(first ? 1 : -1);
      assertThat(sibling.find(1)).isEqualTo(first ? -1 : 0);
    }
  }

  /** However many rows repeat a key, they take no room for long. */
  @Test
  void doesNotKeepRowsThatRepeatAKey() {
    int rows = 1_200_000;
    for (int record = 1; record <= rows; record++) {
      add(1 + record % 3, 1 + record / 3 % 2, record);
      assertThat(table.size()).isLessThan(600_000);
    }
    arrange();
    assertThat(table.size()).isEqualTo(6);
    assertThat(duplicates).hasSize(rows - 6).startsWith("7 is 1, 10").endsWith("1200000 is 6, 60");
    assertThat(duplicates.get(900_000)).isEqualTo("900007 is 1, 10");
  }
}
