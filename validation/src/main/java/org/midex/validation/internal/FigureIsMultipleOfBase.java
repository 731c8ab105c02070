package org.midex.validation.internal;

import java.util.Map;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Field;

/** MDX-V15: a figure rounded to the nearest multiple of a base is such a multiple. */
final class FigureIsMultipleOfBase implements RowRule {
  private final int measure;
  private final Problem problem;
  private final Rounding rounding;
  private final Reporter reporter;

  FigureIsMultipleOfBase(Field measure, Rounding rounding, Reporter reporter) {
    this.measure = measure.slot();
    this.problem = Problem.of("MDX-V15", measure.name());
    this.rounding = rounding;
    this.reporter = reporter;
  }

  @Override
  public void narrow(Scope scope) {
    scope.onlyFigures(Scope.Figure.NEGATIVE, Scope.Figure.ZERO, Scope.Figure.POSITIVE);
  }

  @Override
  public void check(RowView row) {
    if (row.valid(measure) && !rounding.isMultiple(row.number(measure))) {
      reporter.onRow(problem, row.text(measure), () -> Map.of("base", rounding.baseText()));
    }
  }
}
