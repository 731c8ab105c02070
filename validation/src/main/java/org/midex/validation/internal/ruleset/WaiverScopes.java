package org.midex.validation.internal.ruleset;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.model.Waiver;
import org.midex.schema.RowType;

/** Finds the waiver that covers a finding: the first in the order of the rule set. */
public final class WaiverScopes {
  private final List<Waiver> waivers;
  private final Map<String, List<WaiverMatch>> byRule = new HashMap<>();
  private final List<WaiverMatch> onRows = new ArrayList<>();
  private final Map<WaiverMatch, Integer> conditions = new HashMap<>();
  private final BitSet met = new BitSet();
  private final RowMarks marks = new RowMarks();

  /**
   * @param waivers those in force
   */
  public WaiverScopes(List<Waiver> waivers) {
    this.waivers = List.copyOf(waivers);
    begin(null);
  }

  /** Says what the message is about. */
  public void begin(@Nullable RowType type) {
    byRule.clear();
    onRows.clear();
    conditions.clear();
    for (Waiver waiver : waivers) {
      WaiverMatch match = new WaiverMatch(waiver, type);
      byRule.computeIfAbsent(waiver.rule(), rule -> new ArrayList<>()).add(match);
      if (match.onRows()) {
        conditions.put(match, onRows.size());
        onRows.add(match);
      }
    }
  }

  /** Whether any waiver has a condition on rows. */
  public boolean onRows() {
    return !onRows.isEmpty();
  }

  /** Remembers which conditions a row meets. */
  public void row(RowView row, long record) {
    if (onRows.isEmpty()) {
      return;
    }
    met.clear();
    for (int i = 0; i < onRows.size(); i++) {
      if (onRows.get(i).meets(row)) {
        met.set(i);
      }
    }
    marks.put(record, met);
  }

  /** The waiver that covers a finding, or null. */
  public @Nullable Waiver find(Problem problem, Occurrence occurrence) {
    List<WaiverMatch> matches = byRule.get(problem.rule());
    if (matches == null) {
      return null;
    }
    for (int i = 0; i < matches.size(); i++) {
      WaiverMatch match = matches.get(i);
      Integer condition = conditions.get(match);
      if (match.covers(problem.field(), occurrence.value())
          && (condition == null || marks.met(occurrence.record(), condition))) {
        return match.waiver();
      }
    }
    return null;
  }
}
