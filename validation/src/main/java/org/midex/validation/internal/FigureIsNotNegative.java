package org.midex.validation.internal;

import java.util.Map;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Field;

/** MDX-V05: people, cases and events cannot be fewer than none. */
final class FigureIsNotNegative implements RowRule {
  private final int measure;
  private final Problem problem;
  private final Reporter reporter;

  FigureIsNotNegative(Field measure, Reporter reporter) {
    this.measure = measure.slot();
    this.problem = Problem.of("MDX-V05", measure.name());
    this.reporter = reporter;
  }

  @Override
  public void narrow(Scope scope) {
    scope.onlyFigures(Scope.Figure.NEGATIVE);
  }

  @Override
  public void check(RowView row) {
    if (row.valid(measure) && row.number(measure) < 0) {
      reporter.onRow(problem, row.text(measure), Map::of);
    }
  }
}
