package org.midex.validation.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.midex.model.Lexical;
import org.midex.model.Problem;
import org.midex.model.TimePeriod;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.Rule;
import org.midex.validation.internal.across.History;
import org.midex.validation.internal.keys.KeyCheck;
import org.midex.validation.internal.keys.Marks;
import org.midex.validation.internal.keys.Pass;
import org.midex.validation.internal.keys.SeriesTable;

/**
 * MDX-V30: no series jumps from one period to the next, unless a break is marked. Only large
 * figures are looked at, each with the ones before and after it.
 */
final class FigureDoesNotJump implements KeyCheck {
  static final String RULE = "MDX-V30";

  private final Field measure;
  private final Pass pass;
  private final History history;
  private final long factor;
  private final long least;
  private final Problem problem;
  private final Reporter reporter;

  FigureDoesNotJump(Rule rule, RowType type, Pass pass, History history, Reporter reporter) {
    this.measure = type.measure().orElseThrow();
    this.pass = pass;
    this.history = history;
    this.factor = Parameters.whole(rule, "factor");
    this.least = Parameters.atScale(rule, "least", measure.type().scale());
    this.problem = Problem.of(RULE, measure.name());
    this.reporter = reporter;
  }

  @Override
  public void judge() {
    SeriesTable table = pass.table();
    for (int entry = 0; entry < table.size(); entry++) {
      if (!table.hasFigure(entry)) {
        continue;
      }
      long period = table.period(entry);
      if (table.figure(entry) >= least) {
        compare(entry, period, Periods.before(period));
        long next = Periods.after(period);
        int later = next < 0 ? -1 : table.ofPeriod(entry, next);
        if (later >= 0 && table.hasFigure(later) && table.figure(later) < least) {
          compare(later, next, period);
        }
      } else {
        fallFromHistory(entry, period);
      }
    }
  }

  private int findInHistory(int entry, long period) {
    SeriesTable table = pass.table();
    return history.find(table.hi(entry, period, pass.hash()), table.lo(entry));
  }

  /** The figure of the period before may be in this message or in an earlier one. */
  private void compare(int entry, long period, long before) {
    if (before < 0 || pass.table().marked(entry, Marks.BREAK)) {
      return;
    }
    int own = pass.table().ofPeriod(entry, before);
    if (own >= 0) {
      if (pass.table().hasFigure(own)) {
        judge(entry, period, before, pass.table().figure(own));
      }
    } else if (!history.isEmpty()) {
      int there = findInHistory(entry, before);
      if (there >= 0 && history.table().hasFigure(there)) {
        judge(entry, period, before, history.table().figure(there));
      }
    }
  }

  private void fallFromHistory(int entry, long period) {
    if (history.isEmpty() || pass.table().marked(entry, Marks.BREAK)) {
      return;
    }
    long before = Periods.before(period);
    if (before >= 0 && pass.table().ofPeriod(entry, before) < 0) {
      int there = findInHistory(entry, before);
      if (there >= 0
          && history.table().hasFigure(there)
          && history.table().figure(there) >= least) {
        judge(entry, period, before, history.table().figure(there));
      }
    }
  }

  private void judge(int entry, long period, long before, long then) {
    long now = pass.table().figure(entry);
    long smaller = Math.min(now, then);
    long larger = Math.max(now, then);
    if (smaller > 0 && larger - smaller >= least && larger / smaller >= factor) {
      reporter.onRecord(
          pass.table().record(entry),
          problem,
          TimePeriod.of(period).toString(),
          () -> details(now, then, before, larger / smaller));
    }
  }

  private Map<String, String> details(long now, long then, long before, long times) {
    int scale = measure.type().scale();
    Map<String, String> details = new LinkedHashMap<>();
    details.put("here", Lexical.text(now, scale));
    details.put("there", Lexical.text(then, scale));
    details.put("before", TimePeriod.of(before).toString());
    details.put("times", Long.toString(times));
    return details;
  }
}
