package org.midex.validation.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.midex.model.TimePeriod;

/** The days of packed periods, remembered because few periods come again and again. */
public final class Periods {
  private static final int REMEMBERED = 4_096;

  private final Map<Long, Optional<Days>> known = new HashMap<>();
  private long latest = -1;
  private Optional<Days> latestDays = Optional.empty();

  /** Days of a period; empty when the calendar has no such period. */
  public Optional<Days> days(long packed) {
    if (packed != latest) {
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      latestDays = known.computeIfAbsent(packed, Periods::compute);
      latest = packed;
    }
    return latestDays;
  }

  private static Optional<Days> compute(long packed) {
    TimePeriod period = TimePeriod.of(packed);
    return period.exists() ? Optional.of(Days.of(period)) : Optional.empty();
  }
}
