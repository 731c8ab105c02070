package org.midex.validation.internal.keys;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Check;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.internal.Where;

/**
 * Checks on rows that have to be in one table at the same time: those whose keys share the lower
 * half, or all of their key but one dimension.
 */
public final class Pass {
  private static final int NONE = -1;

  private final KeyHash hash;
  private final SeriesTable table;
  private final int slot;
  private final List<EntriesByCode> entries = new ArrayList<>();
  private List<EntriesByCode> varying = List.of();
  private final List<KeyCheck> checks = new ArrayList<>();
  private final BitSet lookedFor = new BitSet();
  private final BitSet used = new BitSet();

  /**
   * @param dimension the one that its rows need not have in common; null for those of which checks
   *     compare few codes
   */
  Pass(KeyHash hash, SeriesTable table, @Nullable Field dimension) {
    this.hash = hash;
    this.table = table;
    this.slot = dimension == null ? NONE : dimension.slot();
  }

  public KeyHash hash() {
    return hash;
  }

  /** The rows to judge. */
  public SeriesTable table() {
    return table;
  }

  /** Finds, of entries with one code of a dimension, those with another instead. */
  public Sibling sibling(int slotOfDimension, int from, int to) {
    return new Sibling(
        table, hash.hiStep(slotOfDimension, from, to), hash.loStep(slotOfDimension, from, to));
  }

  /**
   * The entries that a check looks for, by their code; checks on the same rows share them.
   *
   * @param codes those whose entries are asked for
   */
  public EntriesByCode entries(RowType type, Check check, BitSet codes) {
    Field dimension = type.field(check.dimensions().get(0));
    Where where = Where.of(type, check);
    lookedFor.or(codes);
    EntriesByCode found =
        entries.stream()
            .filter(e -> e.isOf(dimension, where))
            .findFirst()
            .orElseGet(
                () -> {
                  CodeList list = Objects.requireNonNull(dimension.type().list());
                  EntriesByCode made =
                      new EntriesByCode(dimension, list.codes().size(), where, table);
                  entries.add(made);
                  return made;
                });
    found.lookFor(codes);
    return found;
  }

  public void add(KeyCheck check) {
    checks.add(check);
  }

  /** What rows have in common that have to be in one part. */
  long shared(KeyedRow row) {
    return slot < 0 ? row.lo() : row.lo() - hash.loOf(slot, row.code(slot));
  }

  /** Takes note of a row of the message. */
  void note(KeyedRow row) {
    if (slot >= 0) {
      used.set(row.code(slot));
    }
  }

  /** Whether any row has a code that a check looks for. */
  boolean isNeeded() {
    return slot < 0 || used.intersects(lookedFor);
  }

  /**
   * Lets go of dimensions in which all rows have the same code: there is nothing to compare.
   *
   * @param differences bits of codes in which not all rows are alike
   */
  void keepVarying(KeyedRow differences) {
    varying = entries.stream().filter(e -> differences.code(e.slot()) != 0).toList();
  }

  /** Judges what is in the table. */
  void judge() {
    varying.forEach(EntriesByCode::clear);
    for (int series = 0; series < table.series(); series++) {
      for (int i = 0; i < varying.size(); i++) {
        varying.get(i).add(series);
      }
    }
    checks.forEach(KeyCheck::judge);
  }
}
