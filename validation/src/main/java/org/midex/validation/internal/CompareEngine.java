package org.midex.validation.internal;

import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Check;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/**
 * Checks that two dimensions have the same code, or that they differ, where there is a figure above
 * or below zero. Codes that name no one thing (totals, unknown, regions) are not compared.
 */
final class CompareEngine implements RowRule {
  private final boolean same;
  private final Field first;
  private final Field second;
  private final int measure;
  private final BitSet firstCompared;
  private final BitSet secondCompared;
  private final Where where;
  private final Problem problem;
  private final Reporter reporter;

  CompareEngine(Check check, RowType type, Field measure, Reporter reporter) {
    this.same = check.kind() == Check.Kind.SAME;
    this.first = type.field(check.dimensions().get(0));
    this.second = type.field(check.dimensions().get(1));
    if (first.type().list() != second.type().list()) {
      throw new IllegalArgumentException(
          check.rule() + " compares codes of two lists: " + first.name() + ", " + second.name());
    }
    this.measure = measure.slot();
    this.firstCompared = compared(first);
    this.secondCompared = compared(second);
    this.where = Where.of(type, check);
    this.problem = Problem.of(check.rule(), first.name());
    this.reporter = reporter;
  }

  private static BitSet compared(Field field) {
    return CodeSets.naming(Objects.requireNonNull(field.type().list()));
  }

  @Override
  public void narrow(Scope scope) {
    scope
        .only(first, firstCompared)
        .only(second, secondCompared)
        .onlyFigures(Scope.Figure.NEGATIVE, Scope.Figure.POSITIVE)
        .onlyCodes(codes -> (codes[first.slot()] == codes[second.slot()]) != same);
    where.narrow(scope);
  }

  @Override
  public void check(RowView row) {
    int one = row.code(first.slot());
    int other = row.code(second.slot());
    if ((one == other) != same
        && row.valid(measure)
        && row.number(measure) != 0
        && firstCompared.get(one)
        && secondCompared.get(other)
        && where.matches(row)) {
      String found = Objects.requireNonNull(row.text(same ? second.slot() : measure));
      reporter.onRow(problem, row.text(first.slot()), () -> Map.of("found", found));
    }
  }
}
