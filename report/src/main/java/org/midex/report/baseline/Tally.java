package org.midex.report.baseline;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.Comparison.By;
import org.midex.report.internal.ResultJson;
import org.midex.report.wording.Plain;
import org.midex.schema.Severity;

/** What one report says of one rule and field. */
final class Tally {
  private final Severity severity;
  private final Map<String, Long> values = new HashMap<>();
  private @Nullable Bag findings;
  private boolean valued = true;
  private long count;
  private long withValue;

  Tally(Severity severity) {
    this.severity = severity;
  }

  Severity severity() {
    return severity;
  }

  long count() {
    return count;
  }

  @Nullable Bag findings() {
    return findings;
  }

  /** Whether every value is known. */
  boolean valued() {
    return valued;
  }

  /**
   * Adds findings.
   *
   * @param otherValues how many have values that are not told; −1 when no values are told
   */
  void addGroup(long more, long otherValues) {
    count += more;
    valued &= otherValues == 0;
  }

  void addValue(String value, long times) {
    values.merge(Plain.clip(value, ResultJson.LONGEST), times, Long::sum);
    withValue += times;
  }

  /** Sets the findings themselves; null when they are too many to be kept. */
  void setFindings(@Nullable Bag bag) {
    findings = bag;
  }

  static By comparableBy(Tally then, Tally now) {
    if (then.findings != null && now.findings != null) {
      return By.FINDINGS;
    }
    return then.valued && now.valued ? By.VALUES : By.COUNTS;
  }

  /** How many findings are in both. */
  static long common(Tally then, Tally now, By by) {
    Bag old = then.findings;
    Bag found = now.findings;
    if (by == By.FINDINGS && old != null && found != null) {
      return Bag.common(old, found);
    }
    if (by == By.COUNTS) {
      return Math.min(then.count, now.count);
    }
    long common = Math.min(then.count - then.withValue, now.count - now.withValue);
    for (Map.Entry<String, Long> value : then.values.entrySet()) {
      common += Math.min(value.getValue(), now.values.getOrDefault(value.getKey(), 0L));
    }
    return common;
  }
}
