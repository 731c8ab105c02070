package org.midex.validation.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.MessageHead;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.internal.across.Statuses;

/** MDX-V67: a figure of a period that has not begun is an estimate. */
final class PeriodHasBegun implements RowRule {
  static final String RULE = "MDX-V67";

  private final int time;
  private final int measure;
  private final Statuses expected;
  private final @Nullable LocalDate prepared;
  private final long latest;
  private final Periods periods;
  private final Problem problem;
  private final Reporter reporter;

  /**
   * @param expected statuses of figures that may be of a period to come
   */
  PeriodHasBegun(
      MessageHead head, RowType type, Statuses expected, Periods periods, Reporter reporter) {
    Field time = type.time().orElseThrow();
    this.time = time.slot();
    this.measure = type.measure().orElseThrow().slot();
    this.expected = expected;
    this.prepared =
        Heads.prepared(head).map(at -> at.atZone(ZoneOffset.UTC).toLocalDate()).orElse(null);
    // somewhere the next day has begun already
    this.latest = prepared == null ? Long.MAX_VALUE : prepared.toEpochDay() + 1;
    this.periods = periods;
    this.problem = Problem.of(RULE, time.name());
    this.reporter = reporter;
  }

  @Override
  public void narrow(Scope scope) {
    if (prepared != null) {
      scope.withPeriods(
          period -> periods.days(period).filter(days -> days.first() > latest).isPresent());
    }
  }

  @Override
  public void check(RowView row) {
    LocalDate made = prepared;
    if (made == null) {
      reporter.notRun(RULE, "headerMissing");
      return;
    }
    if (!row.valid(time) || !row.has(measure)) {
      return;
    }
    Days days = periods.days(row.number(time)).orElse(null);
    if (days != null && days.first() > latest && !expected.holds(row)) {
      reporter.onRow(
          problem,
          row.text(time),
          () -> Map.of("from", Days.text(days.first()), "prepared", made.toString()));
    }
  }
}
