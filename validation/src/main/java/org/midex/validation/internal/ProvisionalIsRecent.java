package org.midex.validation.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

  private final int status;
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
    this.status = status.slot();
    this.time = time.slot();
    this.provisional = CodeSets.flagged(Objects.requireNonNull(status.type().list()), PROVISIONAL);
    this.months = Parameters.whole(rule, "months");
    this.prepared = prepared(head).map(at -> at.atZone(ZoneOffset.UTC).toLocalDate()).orElse(null);
    this.oldest = oldest(prepared, months);
    this.periods = periods;
    this.problem = Problem.of(RULE, status.name());
    this.reporter = reporter;
  }

  /** When the message was made; empty when the header does not say, or says no moment. */
  static Optional<Instant> prepared(MessageHead head) {
    return head.header().first("Prepared").flatMap(ProvisionalIsRecent::instant);
  }

  /** A moment; empty when the text is none. */
  static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty(); // the reader reports it
    }
  }

  /** The earliest last day of a period that may be provisional. */
  private static long oldest(@Nullable LocalDate prepared, long months) {
    return prepared == null || months > 12 * 9_999
        ? Long.MIN_VALUE
        : prepared.minusMonths(months).toEpochDay();
  }

  @Override
  public void check(RowView row) {
    int code = row.code(status);
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
          row.text(status),
          () ->
              Map.of(
                  "until", Days.text(days.last()),
                  "months", Long.toString(months),
                  "prepared", made.toString()));
    }
  }
}
