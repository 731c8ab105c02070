package org.midex.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Findings that somebody takes responsibility for until a day: they are counted apart and do not
 * count for the verdict.
 *
 * @param number place among the rule set's waivers, from 1
 * @param rule rule whose findings it waives
 * @param field only findings of this field; null for any
 * @param where only findings that meet all of these, by name: {@code theme}, {@code area} (the
 *     reporter's), {@code period} (one, or first..last), {@code value} (the offending text) or a
 *     field's name; each with the texts of which one must be met
 * @param expires last day on which it waives, in UTC
 */
public record Waiver(
    int number,
    String rule,
    @Nullable String field,
    SortedMap<String, List<String>> where,
    String reason,
    String owner,
    LocalDate expires) {
  public Waiver {
    where = Collections.unmodifiableSortedMap(new TreeMap<>(where));
  }

  /** Whether it no longer waives on a day. */
  public boolean expired(LocalDate day) {
    return day.isAfter(expires);
  }

  /** What it is for, in one line: {@code MDX-V12 OBS_VALUE area=AUT period=2023..2024}. */
  public String scope() {
    List<String> parts = new ArrayList<>(List.of(rule));
    if (field != null) {
      parts.add(field);
    }
    for (Map.Entry<String, List<String>> condition : where.entrySet()) {
      parts.add(condition.getKey() + "=" + String.join("|", condition.getValue()));
    }
    return String.join(" ", parts);
  }
}
