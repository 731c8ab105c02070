package org.midex.validation.internal;

import java.util.Map;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Field;

/** MDX-V51: a dataset that withdraws observations sends keys only. */
final class WithdrawnHasNoFigure implements RowRule {
  private final int measure;
  private final Problem problem;
  private final Reporter reporter;

  WithdrawnHasNoFigure(Field measure, Reporter reporter) {
    this.measure = measure.slot();
    this.problem = Problem.of("MDX-V51", measure.name());
    this.reporter = reporter;
  }

  @Override
  public void check(RowView row) {
    if (row.has(measure)) {
      reporter.onRow(problem, row.text(measure), Map::of);
    }
  }
}
