package org.midex.validation.internal;

import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Check;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** Checks that a dimension has a code that names one thing, where there is a figure but zero. */
final class StatedRule implements RowRule {
  private final Field dimension;
  private final int measure;
  private final BitSet naming;
  private final Where where;
  private final Problem problem;
  private final Reporter reporter;

  StatedRule(Check check, RowType type, Field measure, Reporter reporter) {
    this.dimension = type.field(check.dimensions().get(0));
    this.measure = measure.slot();
    this.naming = CodeSets.naming(Objects.requireNonNull(dimension.type().list()));
    this.where = Where.of(type, check);
    this.problem = Problem.of(check.rule(), dimension.name());
    this.reporter = reporter;
  }

  @Override
  public void narrow(Scope scope) {
    scope
        .only(dimension, code -> code < 0 || !naming.get(code))
        .onlyFigures(Scope.Figure.NEGATIVE, Scope.Figure.POSITIVE);
    where.narrow(scope);
  }

  @Override
  public void check(RowView row) {
    if (!naming.get(row.code(dimension.slot()))
        && row.valid(measure)
        && row.number(measure) != 0
        && where.matches(row)) {
      String figure = Objects.requireNonNull(row.text(measure));
      reporter.onRow(problem, row.text(dimension.slot()), () -> Map.of("found", figure));
    }
  }
}
