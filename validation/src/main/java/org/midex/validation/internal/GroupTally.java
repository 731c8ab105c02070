package org.midex.validation.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.Finding;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.Result;
import org.midex.schema.Severity;

/** Counts the findings of one problem. */
public final class GroupTally {
  private static final int OVERHEAD = 50;

  private final Problem problem;
  private final Severity severity;
  private final int maxSamples;
  private final int maxValues;
  private final TextBudget budget;
  private final Map<String, ValueTally> values = new HashMap<>();
  private final List<Result.Sample> samples = new ArrayList<>();
  private final SpreadTally spread;
  private long count;
  private long otherValues;

  public GroupTally(
      Problem problem,
      Severity severity,
      int maxSamples,
      int maxValues,
      TextBudget budget,
      RowSet.Budget rows) {
    this.problem = problem;
    this.severity = severity;
    this.maxSamples = maxSamples;
    this.maxValues = maxValues;
    this.budget = budget;
    this.spread = new SpreadTally(rows);
  }

  private static final class ValueTally {
    private final @Nullable String suggestion;
    private long count;

    ValueTally(@Nullable String suggestion) {
      this.suggestion = suggestion;
    }
  }

  public void add(Occurrence occurrence) {
    count++;
    spread.add(occurrence.record());
    String value = TextBudget.cut(occurrence.value());
    if (value != null) {
      count(value, occurrence);
    }
    if (samples.size() < maxSamples) {
      keep(value, occurrence);
    }
  }

  private void count(String value, Occurrence occurrence) {
    ValueTally tally = values.get(value);
    if (tally == null && values.size() < maxValues && budget.take(value.length() + OVERHEAD)) {
      tally = new ValueTally(TextBudget.cut(occurrence.suggestion()));
      values.put(value, tally);
    }
    if (tally == null) {
      otherValues++;
    } else {
      tally.count++;
    }
  }

  private void keep(@Nullable String value, Occurrence occurrence) {
    Map<String, String> details = TextBudget.cut(occurrence.details());
    int length = details.values().stream().mapToInt(t -> t.length() + OVERHEAD).sum();
    if (budget.take(length + OVERHEAD + (value == null ? 0 : value.length()))) {
      Finding finding =
          new Finding(
              problem,
              severity,
              occurrence.location(),
              value,
              TextBudget.cut(occurrence.suggestion()),
              details);
      samples.add(new Result.Sample(finding, null, -1, 0));
    }
  }

  public Severity severity() {
    return severity;
  }

  public long count() {
    return count;
  }

  public Result.Group toGroup() {
    List<Result.ValueCount> counted =
        values.entrySet().stream()
            .map(
                e -> new Result.ValueCount(e.getKey(), e.getValue().count, e.getValue().suggestion))
            .sorted(
                Comparator.comparingLong(Result.ValueCount::count)
                    .reversed()
                    .thenComparing(Result.ValueCount::value))
            .toList();
    return new Result.Group(
        problem, severity, count, counted, otherValues, samples, spread.toSpread());
  }
}
