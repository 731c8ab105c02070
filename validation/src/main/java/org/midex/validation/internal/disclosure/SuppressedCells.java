package org.midex.validation.internal.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.midex.model.RowView;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.internal.CodeSets;
import org.midex.validation.internal.keys.KeyHash;
import org.midex.validation.internal.keys.KeyTable;
import org.midex.validation.internal.keys.KeyedRow;

/**
 * Rows whose figures were suppressed, with the codes of their dimensions: 4 bytes a dimension and
 * some 50 more, for a bounded number of them. A cell is named by its place here, in the order of
 * the message.
 */
final class SuppressedCells {
  /** Cells that are kept; what comes after is not judged. */
  static final int MOST = 100_000;

  private static final int NONE = -1;
  private static final String SUPPRESSED = "suppressed";

  private final KeyHash hash;
  private final int measure;
  private final int status;
  private final BitSet suppressed;
  private final int confidentiality;
  private final BitSet free;
  private final int[] slots;
  private final int[] placeOfSlot;
  private final KeyTable keys = new KeyTable();
  private int[] cells = {};
  private int[] entries = {};
  private int[] codes;
  private int size;

  SuppressedCells(RowType type, KeyHash hash) {
    this.hash = hash;
    this.measure = type.measure().orElseThrow().slot();
    Field observed = type.find("OBS_STATUS").orElse(null);
    this.status = observed == null ? RowView.ABSENT : observed.slot();
    this.suppressed =
        observed == null ? new BitSet() : CodeSets.flagged(list(observed), SUPPRESSED);
    Field confidential = type.find(FigureIsFree.CONF_STATUS).orElse(null);
    this.confidentiality = confidential == null ? RowView.ABSENT : confidential.slot();
    this.free = confidential == null ? new BitSet() : FigureIsFree.free(confidential);
    List<Field> coded = type.key().stream().filter(f -> f.type().list() != null).toList();
    this.slots = coded.stream().mapToInt(Field::slot).toArray();
    this.placeOfSlot = new int[type.fields().size()];
    for (int i = 0; i < slots.length; i++) {
      placeOfSlot[slots[i]] = i;
    }
    this.codes = new int[64 * slots.length];
  }

  private static CodeList list(Field field) {
    return Objects.requireNonNull(field.type().list());
  }

  /** Whether the row says that its figure was suppressed. */
  boolean isSuppressed(RowView row) {
    return !row.has(measure)
        && (hasCode(row, status, suppressed, true) || hasCode(row, confidentiality, free, false));
  }

  private static boolean hasCode(RowView row, int slot, BitSet codes, boolean within) {
    int code = slot < 0 ? RowView.ABSENT : row.code(slot);
    return code >= 0 && codes.get(code) == within;
  }

  /** Keeps a row, unless its key is here; false when there is no room. */
  boolean add(RowView row, KeyedRow key) {
    long hi = hash.hiOf(key);
    if (size == MOST) {
      return keys.find(hi, key.lo()) >= 0;
    }
    if (keys.add(hi, key.lo(), key.record(), key.period()) < 0) {
      return true;
    }
    if (codes.length == size * slots.length) {
      codes = Arrays.copyOf(codes, codes.length * 2);
    }
    for (int i = 0; i < slots.length; i++) {
      codes[size * slots.length + i] = row.code(slots[i]);
    }
    size++;
    return true;
  }

  int size() {
    return size;
  }

  /** Looks for the cells' entries. Cells whose key another row had before are left out. */
  void settle(KeyTable table) {
    entries = new int[size];
    cells = new int[table.size()];
    Arrays.fill(cells, NONE);
    int found = 0;
    for (int cell = 0; cell < size; cell++) {
      int entry = table.find(keys.hi(cell), keys.lo(cell));
      if (entry >= 0 && table.record(entry) == keys.record(cell)) {
        System.arraycopy(codes, cell * slots.length, codes, found * slots.length, slots.length);
        entries[found] = entry;
        cells[entry] = found++;
      }
    }
    size = found;
  }

  /** The upper half of a cell's key, before they are settled. */
  long hi(int cell) {
    return keys.hi(cell);
  }

  long lo(int cell) {
    return keys.lo(cell);
  }

  /** The entry of a cell, once they are settled. */
  int entry(int cell) {
    return entries[cell];
  }

  int code(int cell, int slot) {
    return codes[cell * slots.length + placeOfSlot[slot]];
  }

  /** The cell of an entry; negative when it is none. */
  int find(int entry) {
    return cells[entry];
  }
}
