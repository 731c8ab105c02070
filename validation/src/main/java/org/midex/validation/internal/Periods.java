package org.midex.validation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.midex.model.TimePeriod;

/** The days of packed periods, remembered because few periods come again and again. */
public final class Periods {
  private static final int REMEMBERED = 1 << 8;

  private final long[] known = new long[REMEMBERED];
  private final List<Optional<Days>> days = new ArrayList<>();

  public Periods() {
    Arrays.fill(known, -1);
    days.addAll(Collections.nCopies(REMEMBERED, Optional.empty()));
  }

  /** Days of a period; empty when the calendar has no such period. */
  public Optional<Days> days(long packed) {
    int place = (int) (packed ^ (packed >>> 7) ^ (packed >>> 14)) & (REMEMBERED - 1);
    if (known[place] != packed) {
      days.set(place, compute(packed));
      known[place] = packed;
    }
    return days.get(place);
  }

  /** The period just before a period, packed; −1 when the calendar has none. */
  public static long before(long packed) {
    TimePeriod period = TimePeriod.of(packed);
    return period.exists() && period.year() > 0 ? period.previous().packed() : -1;
  }

  /** The period just after a period, packed; −1 when the calendar has none. */
  public static long after(long packed) {
    TimePeriod period = TimePeriod.of(packed);
    return period.exists() && period.year() < 9_999 ? period.next().packed() : -1;
  }

  private static Optional<Days> compute(long packed) {
    TimePeriod period = TimePeriod.of(packed);
    return period.exists() ? Optional.of(Days.of(period)) : Optional.empty();
  }
}
