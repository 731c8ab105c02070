package org.midex.validation.internal;

import java.util.Map;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Field;

/** MDX-V04: the calendar has the period. */
final class PeriodExists implements RowRule {
  private final int time;
  private final Problem problem;
  private final Periods periods;
  private final Reporter reporter;

  PeriodExists(Field time, Periods periods, Reporter reporter) {
    this.time = time.slot();
    this.problem = Problem.of("MDX-V04", time.name());
    this.periods = periods;
    this.reporter = reporter;
  }

  @Override
  public void narrow(Scope scope) {
    scope.withPeriods(period -> periods.days(period).isEmpty());
  }

  @Override
  public void check(RowView row) {
    if (row.valid(time) && periods.days(row.number(time)).isEmpty()) {
      reporter.onRow(problem, row.text(time), Map::of);
    }
  }
}
