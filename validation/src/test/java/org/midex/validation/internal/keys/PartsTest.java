package org.midex.validation.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.midex.schema.Catalogue;

/** Parts are made when they are taken, so that few are in memory at the same time. */
class PartsTest {
  private static final int ROWS = 20_000;
  private static final int MOST = 64;

  private final PackedCodes packing =
      new PackedCodes(Catalogue.standard().theme("ASYLUM_APP"), new BitSet());
  private final KeyedRow row = new KeyedRow(packing);
  private final KeyedRow cursor = new KeyedRow(packing);
  private int asked;

  private Parts parts(ChunkStore store) {
    return new Parts(
        store,
        KeyedRow.seriesWidth(packing),
        shared -> {
          asked++;
          return shared.lo();
        });
  }

  @Test
  void comeOneAfterTheOther() throws IOException {
    try (ChunkStore store = new ChunkStore(new Room(0, 64, MOST, MOST))) {
      Parts parts = parts(store);
      for (int record = 1; record <= ROWS; record++) {
        row.setSeries(record, -record);
        row.setRow(record, record, 1);
        parts.add(row, 1, 0, cursor);
      }
      assertThat(asked).isEqualTo(ROWS);
      BitSet seen = new BitSet();
      RowLog part = parts.take(cursor);
      assertThat(asked).as("rows of one part, not of all").isLessThan(ROWS + ROWS / 20);
      while (part != null) {
        assertThat(part.size()).isLessThanOrEqualTo(MOST);
        part.drain(
            cursor,
            shown -> {
              assertThat(seen.get((int) shown.record())).isFalse();
              seen.set((int) shown.record());
            });
        part = parts.take(cursor);
      }
      assertThat(seen.cardinality()).isEqualTo(ROWS);
      assertThat(parts.take(cursor)).isNull();
    }
  }

  /** Else rows would be judged in several parts as if they were in one. */
  @Test
  void oneOfAllRowsIsNotTooLarge() {
    assertThatThrownBy(() -> new Room(0, 64, MOST + 1, MOST))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
