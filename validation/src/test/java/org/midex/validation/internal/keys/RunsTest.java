package org.midex.validation.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.midex.schema.Catalogue;
import org.midex.schema.RowType;

/** Rows come back as they were added, whatever series they are of and wherever chunks end. */
class RunsTest {
  private static final RowType TYPE = Catalogue.standard().theme("ASYLUM_APP");
  private static final int SEX = TYPE.field("SEX").slot();

  private final PackedCodes packing = new PackedCodes(TYPE, BitSet.valueOf(new long[] {1L << SEX}));
  private final KeyedRow row = new KeyedRow(packing);

  private void make(SplittableRandom random, int series, long record) {
    int key = random.nextInt(series);
    row.setSeries(key, key == 3 ? 1 : -key);
    row.setCodes(new long[] {packing.firstWord(SEX, key % 3)}, 0);
    row.setRow(random.nextLong(), record, random.nextInt());
  }

  private static String text(KeyedRow row) {
    return row.hi()
        + " "
        + row.lo()
        + " "
        + row.code(SEX)
        + " "
        + row.figure()
        + " "
        + row.record()
        + " "
        + row.periodAndMarks();
  }

  @Property(tries = 200)
  void ofALog(
      @ForAll long seed,
      @ForAll @IntRange(min = 6, max = 40) int chunk,
      @ForAll @IntRange(min = 1, max = 20) int series,
      @ForAll @IntRange(max = 300) int rows)
      throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Room room = new Room(random.nextInt(20) * 100L, chunk, 1, 1);
    try (ChunkStore store = new ChunkStore(room)) {
      RowLog log = new RowLog(store, KeyedRow.seriesWidth(packing));
      for (int filling = 0; filling < 2; filling++) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
          make(random, series, i + 1L);
          expected.add(text(row));
          log.add(row, 1, 0);
        }
        assertThat(log.size()).isEqualTo(rows);
        List<String> found = new ArrayList<>();
        log.drain(new KeyedRow(packing), shown -> found.add(text(shown)));
        assertThat(found).isEqualTo(expected);
        assertThat(log.size()).isZero();
      }
    }
  }

  @Property(tries = 50)
  void ofABuffer(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 20) int series,
      @ForAll @IntRange(max = 9_000) int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    RowBuffer buffer = new RowBuffer(packing);
    KeyedRow shown = new KeyedRow(packing);
    long[] one = new long[KeyedRow.seriesWidth(packing) + KeyedRow.WIDTH];
    for (int filling = 0; filling < 2; filling++) {
      buffer.clear();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < rows; i++) {
        make(random, series, i + 1L);
        expected.add(text(row));
        buffer.add(row);
      }
      List<String> found = new ArrayList<>();
      while (found.size() < rows) {
        for (int left = buffer.next(1 + random.nextInt(5)), i = 0; left > 0; left--, i++) {
          buffer.row().copyRows(i, 1, 0, one, KeyedRow.seriesWidth(packing));
          buffer.row().copySeries(one, 0);
          shown.moveTo(one, 0, KeyedRow.seriesWidth(packing));
          found.add(text(shown));
        }
      }
      assertThat(found).isEqualTo(expected);
    }
  }

  /** Runs that are moved whole are cut where chunks end, and their records are numbered on. */
  @Property(tries = 100)
  void ofALogFilledFromABuffer(
      @ForAll long seed,
      @ForAll @IntRange(min = 6, max = 40) int chunk,
      @ForAll @IntRange(min = 1, max = 4) int series,
      @ForAll @IntRange(max = 300) int rows)
      throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    RowBuffer buffer = new RowBuffer(packing);
    try (ChunkStore store = new ChunkStore(new Room(0, chunk, 1, 1))) {
      RowLog log = new RowLog(store, KeyedRow.seriesWidth(packing));
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < rows; i++) {
        make(random, series, i + 1L);
        buffer.add(row);
        row.setRow(row.figure(), row.record() + 1_000, row.periodAndMarks());
        expected.add(text(row));
      }
      for (int left = rows; left > 0; ) {
        int some = buffer.next(Math.min(left, 1 + random.nextInt(20)));
        log.add(buffer.row(), some, 1_000);
        left -= some;
      }
      List<String> found = new ArrayList<>();
      log.drain(new KeyedRow(packing), again -> found.add(text(again)));
      assertThat(found).isEqualTo(expected);
    }
  }

  /** A row that never fits would be tried for ever. */
  @Test
  void aChunkHoldsARow() throws IOException {
    int least = 1 + KeyedRow.seriesWidth(packing) + KeyedRow.WIDTH;
    try (ChunkStore store = new ChunkStore(new Room(0, least - 1, 1, 1))) {
      assertThatThrownBy(() -> new RowLog(store, KeyedRow.seriesWidth(packing)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
