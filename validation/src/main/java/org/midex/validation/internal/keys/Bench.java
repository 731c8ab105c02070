package org.midex.validation.internal.keys;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.midex.schema.Field;

/**
 * One table and the checks that judge what is in it. Several of them can judge at the same time.
 */
public final class Bench {
  private final KeyHash hash;
  private final SeriesTable table;
  private final KeyedRow cursor;
  private final Pass alike;
  private final Map<Field, Pass> byDimension = new LinkedHashMap<>();

  Bench(KeyHash hash, PackedCodes codes) {
    this.hash = hash;
    this.table = new SeriesTable(codes);
    this.cursor = new KeyedRow(codes);
    this.alike = new Pass(hash, table, null);
  }

  /** Checks that compare few codes of a dimension, or periods. */
  public Pass alike() {
    return alike;
  }

  /** Checks that add up the members of a dimension's aggregates. */
  public Pass of(Field dimension) {
    return byDimension.computeIfAbsent(dimension, d -> new Pass(hash, table, d));
  }

  List<Pass> passesByDimension() {
    return List.copyOf(byDimension.values());
  }

  SeriesTable table() {
    return table;
  }

  KeyedRow cursor() {
    return cursor;
  }
}
