package org.midex.validation.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.model.TimePeriod;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.Rule;
import org.midex.validation.internal.across.Statuses;

/**
 * MDX-V34: a period has figures of most of the areas that reported in the periods before it. One
 * bit for each area and period.
 */
final class AllReportersReport implements RowRule, RowListener {
  static final String RULE = "MDX-V34";

  /** Periods that say what is usual. */
  private static final int USUAL = 12;

  /** Periods kept, so that a hostile file cannot fill memory. */
  private static final int PERIODS = 20_000;

  private final Field field;
  private final int area;
  private final int time;
  private final int measure;
  private final BitSet counted = new BitSet();
  private final Statuses provisional;
  private final Map<Long, Reported> periods = new TreeMap<>();
  private final Problem problem;
  private final Reporter reporter;
  private final long percent;
  private final long least;
  private final long before;

  /** What one period has. */
  private static final class Reported {
    private final BitSet areas = new BitSet();
    private long record;
    private boolean firm;
  }

  AllReportersReport(Rule rule, RowType type, Reporter reporter) {
    this.field = type.field(type.theme().reporter());
    this.area = field.slot();
    this.time = type.time().orElseThrow().slot();
    this.measure = type.measure().orElseThrow().slot();
    this.problem = Problem.of(RULE, type.time().orElseThrow().name());
    this.reporter = reporter;
    this.percent = Parameters.whole(rule, "percent");
    this.before = Parameters.whole(rule, "periods");
    this.least = Parameters.whole(rule, "reporters");
    this.provisional = new Statuses(type, Parameters.words(rule, "provisional"));
    CodeList list = Objects.requireNonNull(field.type().list());
    for (Code code : list.codes()) {
      counted.set(code.index(), !code.aggregate() && !code.id().startsWith("_"));
    }
  }

  @Override
  public void narrow(Scope scope) {
    scope
        .only(field, counted)
        .onlyFigures(Scope.Figure.NEGATIVE, Scope.Figure.ZERO, Scope.Figure.POSITIVE)
        .once(field, codes -> !provisional.holds(codes));
  }

  @Override
  public void check(RowView row) {
    Reported reported = reported(row);
    if (reported != null) {
      if (reported.record == 0) {
        reported.record = reporter.record();
      }
      reported.firm |= !provisional.holds(row);
    }
  }

  /** Sees a row of an earlier message, which says what is usual. */
  @Override
  public void row(RowView row, long record) {
    reported(row);
  }

  private @Nullable Reported reported(RowView row) {
    int code = row.code(area);
    if (code < 0 || !counted.get(code) || !row.valid(time) || !row.valid(measure)) {
      return null;
    }
    long period = row.number(time);
    Reported reported = periods.get(period);
    if (reported == null) {
      if (periods.size() == PERIODS) {
        return null;
      }
      reported = new Reported();
      periods.put(period, reported);
    }
    reported.areas.set(code);
    return reported;
  }

  @Override
  public void finish() {
    List<Integer> counts = new ArrayList<>();
    TimePeriod last = null;
    for (Map.Entry<Long, Reported> entry : periods.entrySet()) {
      TimePeriod period = TimePeriod.of(entry.getKey());
      if (last != null && last.frequency() != period.frequency()) {
        counts.clear();
      }
      last = period;
      Reported reported = entry.getValue();
      int count = reported.areas.cardinality();
      if (!counts.isEmpty() && counts.size() >= before && reported.record > 0 && reported.firm) {
        judge(period, count, usual(counts), reported.record);
      }
      counts.add(count);
    }
  }

  /** The median of the latest periods. */
  private static int usual(List<Integer> counts) {
    List<Integer> latest =
        counts.subList(Math.max(0, counts.size() - USUAL), counts.size()).stream()
            .sorted()
            .toList();
    return latest.get(latest.size() / 2);
  }

  private void judge(TimePeriod period, int count, int usual, long record) {
    if (usual >= least && count * 100L < usual * percent) {
      reporter.onRecord(
          record,
          problem,
          period.toString(),
          () -> Map.of("count", Integer.toString(count), "usual", Integer.toString(usual)));
    }
  }
}
