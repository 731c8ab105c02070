package org.midex.validation.internal;

import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Field;

/** MDX-V52: reporting area and period lie within the coverage that the header states. */
public final class RowIsCovered implements RowRule {
  private static final String RULE = "MDX-V52";

  private final Coverage coverage;
  private final Field area;
  private final int time;
  private final Problem areaProblem;
  private final Problem timeProblem;
  private final Periods periods;
  private final Reporter reporter;

  public RowIsCovered(
      Coverage coverage, Field area, Field time, Periods periods, Reporter reporter) {
    this.coverage = coverage;
    this.area = area;
    this.time = time.slot();
    this.areaProblem = Problem.of(RULE, area.name());
    this.timeProblem = Problem.of(RULE, time.name());
    this.periods = periods;
    this.reporter = reporter;
  }

  @Override
  public void narrow(Scope scope) {
    BitSet areas = coverage.areas();
    if (areas != null) {
      scope.with(area, code -> code >= 0 && !areas.get(code));
    }
    scope.withPeriods(
        period -> periods.days(period).filter(days -> !coverage.days().contains(days)).isPresent());
  }

  @Override
  public void check(RowView row) {
    BitSet areas = coverage.areas();
    if (areas != null && row.code(area.slot()) >= 0 && !areas.get(row.code(area.slot()))) {
      report(areaProblem, Objects.requireNonNull(row.text(area.slot())), coverage.areasText());
    }
    if (row.valid(time)) {
      periods
          .days(row.number(time))
          .filter(days -> !coverage.days().contains(days))
          .ifPresent(
              days ->
                  report(timeProblem, Objects.requireNonNull(row.text(time)), coverage.daysText()));
    }
  }

  /** Whether the header says that the message is complete for the row's area and period. */
  public boolean covers(RowView row) {
    return coverage.covers(row.code(area.slot()), row.number(time), periods);
  }

  private void report(Problem problem, String value, String covered) {
    reporter.onRow(problem, value, () -> Map.of("expected", covered));
  }
}
