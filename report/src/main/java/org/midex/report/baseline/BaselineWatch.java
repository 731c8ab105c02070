package org.midex.report.baseline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.model.FindingSink;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.report.Masking;
import org.midex.report.internal.ResultJson;
import org.midex.report.wording.Plain;

/** Keeps the findings of one file, in at most 16 MB. */
public final class BaselineWatch implements FindingSink {
  static final int KEPT = 2_000_000;

  private final Masking masking;
  private final Bag.Budget budget = new Bag.Budget(KEPT);
  private final Map<Kind, Bag> bags = new HashMap<>();
  private final Set<Kind> tooMany = new HashSet<>();

  BaselineWatch(Masking masking) {
    this.masking = masking;
  }

  @Override
  public void report(Problem problem, Occurrence occurrence) {
    String value = masking.hides(problem.field()) ? null : occurrence.value();
    add(Kind.of(problem), occurrence.key(), value);
  }

  void add(Kind kind, @Nullable String key, @Nullable String value) {
    if (budget.take()) {
      bags.computeIfAbsent(kind, k -> new Bag()).add(clip(key), clip(value));
    } else {
      tooMany.add(kind);
    }
  }

  private static @Nullable String clip(@Nullable String text) {
    return text == null ? null : Plain.clip(text, ResultJson.LONGEST);
  }

  /** The findings of a kind; null when not all of them were kept. */
  @Nullable Bag findings(Kind kind) {
    return tooMany.contains(kind) ? null : bags.get(kind);
  }

  @Override
  public void notRun(String rule, String why) {}

  @Override
  public void incomplete() {}
}
