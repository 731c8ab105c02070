package org.midex.validation.internal;

import java.util.Arrays;
import org.midex.model.RowView;
import org.midex.schema.RowType;
import org.midex.validation.internal.keys.KeyedRow;
import org.midex.validation.internal.keys.RowKeys;

/**
 * Sees of a row which rules need to look at it, and what is to be kept of it. Rows that follow one
 * another often have all codes alike: only others are worked out anew. Not thread-safe.
 */
final class Glance {
  private final RowRules rules;
  private final RowKeys keys;
  private final int time;
  private final int measure;

  /** Of the current row and of the one before, by slot. */
  private int[] codes;

  private int[] codesBefore;

  Glance(RowType type, RowRules rules, RowKeys keys) {
    this.rules = rules;
    this.keys = keys;
    this.time = type.time().orElseThrow().slot();
    this.measure = type.measure().orElseThrow().slot();
    this.codes = new int[type.fields().size()];
    this.codesBefore = new int[type.fields().size()];
    Arrays.fill(codes, RowView.UNKNOWN); // no row is like that: a period has no code
  }

  /** The rules that can have something to say of a row, a bit for each. */
  long select(RowView row) {
    int[] before = codes;
    codes = codesBefore;
    codesBefore = before;
    row.codes(codes);
    if (!Arrays.equals(codes, before)) {
      rules.setCodes(codes);
      keys.setCodes(codes);
    }
    return rules.select(figure(row), row.valid(time) ? row.number(time) : -1);
  }

  private Scope.Figure figure(RowView row) {
    if (!row.valid(measure)) {
      return row.has(measure) ? Scope.Figure.MALFORMED : Scope.Figure.ABSENT;
    }
    return rules.kind(row.number(measure));
  }

  /** What is to be kept of the row seen last, whose key must be known. */
  KeyedRow keyed(RowView row, long record) {
    return keys.keyed(row, record);
  }

  /** The same of a row with a structural error. */
  KeyedRow faulty(RowView row, long record) {
    return keys.faulty(row, record);
  }

  /** Forgets which rows have come before. */
  void forget() {
    rules.forget();
  }
}
