package org.midex.validation.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.midex.model.TimePeriod;

/**
 * A span of days, counted from 1970-01-01, both ends included.
 *
 * @param first first day; {@link Long#MIN_VALUE} when it has no beginning
 * @param last last day; {@link Long#MAX_VALUE} when it has no end
 */
public record Days(long first, long last) {
  /** A period that the calendar has. */
  static Days of(TimePeriod period) {
    return new Days(period.start().toEpochDay(), period.end().toEpochDay());
  }

  /** A span from the catalogue's dates, each a day or a year; null means open. */
  static Days between(@Nullable String from, @Nullable String until) {
    return new Days(
        from == null ? Long.MIN_VALUE : TimePeriod.parse(from).start().toEpochDay(),
        until == null ? Long.MAX_VALUE : TimePeriod.parse(until).end().toEpochDay());
  }

  boolean contains(Days other) {
    return first <= other.first && other.last <= last;
  }

  boolean overlaps(Days other) {
    return first <= other.last && other.first <= last;
  }

  static String text(long day) {
    return LocalDate.ofEpochDay(day).toString();
  }
}
