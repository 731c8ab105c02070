package org.midex.validation.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.midex.model.MessageHead;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.schema.Rule;

/** MDX-V32: a figure does not stay provisional for years. */
final class ProvisionalIsRecent implements RowRule {
  static final String RULE = "MDX-V32";
  private static final String PROVISIONAL = "provisional";

  private final Field status;
  private final int time;
  private final BitSet provisional;
  private final long months;
  private final @Nullable LocalDate prepared;
  private final long oldest;
  private final Periods periods;
  private final Problem problem;
  private final Reporter reporter;

  /**
   * @param rule its parameter {@code months}: how long after the end of its period a figure may be
   *     provisional
   */
  ProvisionalIsRecent(
      Rule rule, MessageHead head, Field status, Field time, Periods periods, Reporter reporter) {
    this.status = status;
    this.time = time.slot();
    this.provisional = CodeSets.flagged(Objects.requireNonNull(status.type().list()), PROVISIONAL);
    this.months = Parameters.whole(rule, "months");
    this.prepared =
        Heads.prepared(head).map(at -> at.atZone(ZoneOffset.UTC).toLocalDate()).orElse(null);
    this.oldest = oldest(prepared, months);
    this.periods = periods;
    this.problem = Problem.of(RULE, status.name());
    this.reporter = reporter;
  }

  /** The earliest last day of a period that may be provisional. */
  private static long oldest(@Nullable LocalDate prepared, long months) {
    return prepared == null || months > 12 * 9_999
        ? Long.MIN_VALUE
        : prepared.minusMonths(months).toEpochDay();
  }

  @Override
  public void narrow(Scope scope) {
    scope.only(status, provisional);
    if (prepared != null) {
      scope.withPeriods(
          period -> periods.days(period).filter(days -> days.last() < oldest).isPresent());
    }
  }

  @Override
  public void check(RowView row) {
    int code = row.code(status.slot());
    if (code < 0 || !provisional.get(code) || !row.valid(time)) {
      return;
    }
    LocalDate made = prepared;
    if (made == null) {
      reporter.notRun(RULE, "headerMissing");
      return;
    }
    Days days = periods.days(row.number(time)).orElse(null);
    if (days != null && days.last() < oldest) {
      reporter.onRow(
          problem,
          row.text(status.slot()),
          () ->
              Map.of(
                  "until", Days.text(days.last()),
                  "months", Long.toString(months),
                  "prepared", made.toString()));
    }
  }
}
