package org.midex.validation.internal;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.midex.model.MessageHead;
import org.midex.model.Problem;
import org.midex.model.TimePeriod;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.Frequency;
import org.midex.schema.RowType;
import org.midex.schema.Rule;
import org.midex.validation.internal.keys.CodeMarks;
import org.midex.validation.internal.keys.KeyCheck;
import org.midex.validation.internal.keys.Marks;
import org.midex.validation.internal.keys.Pass;
import org.midex.validation.internal.keys.SeriesTable;

/**
 * MDX-V41, MDX-V62: how figures of a year, half-year or quarter stand to those of the half-years,
 * quarters and months in it. A stock is not their sum. Events are; persons may be fewer than the
 * sum, never more, and never fewer than in one of the parts.
 */
final class PeriodsEngine implements KeyCheck, CodeMarks {
  static final String STOCK = "MDX-V41";
  static final String FLOW = "MDX-V62";

  /** Flag of units that simply add up over time. */
  private static final String ADDITIVE = "additive";

  /** Flag of units of which the same one may be counted in several parts of a period. */
  private static final String RECURRING = "recurring";

  /** From the longest to the shortest. */
  private static final List<Frequency> LENGTHS =
      List.of(Frequency.A, Frequency.S, Frequency.Q, Frequency.M);

  private final boolean stock;
  private final boolean negative;
  private final Unit unit;
  private final BitSet additive;
  private final BitSet others;
  private final boolean unknownRecurs;
  private final List<Exempt> exempt;
  private final SeriesTable table;
  private final Problem problem;
  private final Reporter reporter;
  private final Sum sum;
  private final Sum last;

  /** Codes of one dimension whose rows are not judged. */
  private record Exempt(int slot, BitSet codes) {}

  /**
   * @param rule its parameter {@code exempt}: flags of codes that stand for events in a theme of
   *     stocks
   */
  PeriodsEngine(
      Rule rule, RowType type, MessageHead head, Pass pass, Rounding rounding, Reporter reporter) {
    this.stock = type.theme().stock();
    this.negative = type.theme().negative();
    this.unit = Unit.of(type, head);
    CodeList list = unit.list();
    this.additive = list == null ? new BitSet() : CodeSets.flagged(list, ADDITIVE);
    this.others =
        list == null ? new BitSet() : others(list, CodeSets.flagged(list, RECURRING), additive);
    this.unknownRecurs = rounding.scale() == 0;
    Set<String> flags = Parameters.words(rule, "exempt");
    this.exempt =
        type.key().stream()
            .filter(field -> field.type().list() != null)
            .map(field -> exempt(field, flags))
            .filter(e -> !e.codes.isEmpty())
            .toList();
    this.table = pass.table();
    this.problem = Problem.of(rule.id(), type.time().orElseThrow().name());
    this.reporter = reporter;
    this.sum = new Sum(rounding);
    this.last = new Sum(rounding);
  }

  /** Units that neither add up nor recur: percentages, places… */
  private static BitSet others(CodeList list, BitSet recurring, BitSet additive) {
    BitSet others = Unit.telling(list);
    others.andNot(recurring);
    others.andNot(additive);
    return others;
  }

  private static Exempt exempt(Field field, Set<String> flags) {
    CodeList list = Objects.requireNonNull(field.type().list());
    return new Exempt(field.slot(), CodeSets.flagged(list, flags));
  }

  /** The rule on the periods of a theme; null when its periods have but one length. */
  static @Nullable String rule(RowType type) {
    long lengths = type.theme().frequencies().stream().filter(LENGTHS::contains).count();
    boolean rates = type.theme().stock() && type.measure().orElseThrow().type().scale() > 0;
    return lengths < 2 || rates ? null : type.theme().stock() ? STOCK : FLOW;
  }

  @Override
  public int always() {
    return unit.isInKey() ? 0 : marksOfUnit(unit.ofDataset());
  }

  private int marksOfUnit(int code) {
    if (code >= 0 && additive.get(code)) {
      return Marks.ADDS_UP;
    }
    boolean left = !stock && (code >= 0 ? others.get(code) : !unknownRecurs);
    return left ? Marks.NOT_OVER_TIME : 0;
  }

  @Override
  public int marks(Field field, int code) {
    int marks = unit.isIn(field) ? marksOfUnit(code) : 0;
    boolean left =
        code >= 0 && exempt.stream().anyMatch(e -> e.slot == field.slot() && e.codes.get(code));
    return left ? marks | Marks.NOT_OVER_TIME : marks;
  }

  @Override
  public void judge() {
    Set<Frequency> there = EnumSet.noneOf(Frequency.class);
    long before = -1;
    for (int entry = 0; entry < table.size(); entry++) {
      if (table.period(entry) != before) {
        before = table.period(entry);
        there.add(TimePeriod.of(before).frequency());
      }
    }
    List<Frequency> lengths = LENGTHS.stream().filter(there::contains).toList();
    if (lengths.size() < 2) {
      return;
    }
    for (int entry = 0; entry < table.size(); entry++) {
      if (table.hasFigure(entry) && !table.marked(entry, Marks.NOT_OVER_TIME)) {
        TimePeriod period = TimePeriod.of(table.period(entry));
        for (int i = lengths.indexOf(period.frequency()) + 1; i > 0 && i < lengths.size(); i++) {
          if (judge(entry, period, lengths.get(i))) {
            break;
          }
        }
      }
    }
  }

  /** Judges a figure by the shorter periods of one length; true when something is wrong. */
  private boolean judge(int entry, TimePeriod period, Frequency shorter) {
    int parts = perYear(shorter) / perYear(period.frequency());
    int first = Math.max(period.part() - 1, 0) * parts + 1;
    sum.clear();
    for (int i = 0; i < parts; i++) {
      TimePeriod part = new TimePeriod(shorter, period.year(), first + i);
      int found = part(entry, part);
      if (found >= 0 && table.hasFigure(found)) {
        sum.add(table.figure(found));
        last.clear();
        last.add(table.figure(found));
        if (!stock && !negative && partExceeds(entry, period, part)) {
          return true;
        }
      }
    }
    return sum.parts() == parts
        && (stock
            ? stockIsSum(entry, period, shorter, first, parts)
            : flow(entry, period, shorter, first, parts));
  }

  private int part(int entry, TimePeriod part) {
    return table.ofPeriod(entry, part.packed());
  }

  private static int perYear(Frequency frequency) {
    return switch (frequency) {
      case A -> 1;
      case S -> 2;
      case Q -> 4;
      case M -> 12;
      case W, D -> throw new IllegalArgumentException(frequency + " does not fill years");
    };
  }

  private boolean partExceeds(int entry, TimePeriod period, TimePeriod part) {
    long whole = table.figure(entry);
    if (last.judge(whole, true) != Sum.Judgement.DIFFERS) {
      return false;
    }
    report(entry, period, part.toString(), () -> last.details(whole));
    return true;
  }

  private boolean flow(int entry, TimePeriod period, Frequency shorter, int first, int parts) {
    long whole = table.figure(entry);
    boolean more = BigInteger.valueOf(whole).compareTo(sum.value()) > 0;
    if (!more && !table.marked(entry, Marks.ADDS_UP)) {
      return false;
    }
    Sum.Judgement judgement = sum.judge(whole, false);
    if (judgement == Sum.Judgement.ROUNDING_UNKNOWN) {
      reporter.notRun(FLOW, "headerMissing");
    }
    if (judgement != Sum.Judgement.DIFFERS) {
      return false;
    }
    report(entry, period, names(shorter, period.year(), first, parts), () -> sum.details(whole));
    return true;
  }

  private boolean stockIsSum(
      int entry, TimePeriod period, Frequency shorter, int first, int parts) {
    long whole = table.figure(entry);
    if (sum.judge(whole, false) != Sum.Judgement.AGREES || !isFarFromLast(whole)) {
      return false;
    }
    report(
        entry,
        period,
        names(shorter, period.year(), first, parts),
        () -> {
          Map<String, String> details = sum.details(whole);
          details.putAll(Map.of("last", last.text()));
          return details;
        });
    return true;
  }

  /** Further from the figure at the period's end than rounding could have moved their sum. */
  private boolean isFarFromLast(long whole) {
    BigInteger distance = BigInteger.valueOf(whole).subtract(last.value()).abs();
    return distance.compareTo(sum.tolerance(whole)) > 0;
  }

  private static String names(Frequency frequency, int year, int first, int parts) {
    StringJoiner names = new StringJoiner("–");
    names.add(new TimePeriod(frequency, year, first).toString());
    names.add(new TimePeriod(frequency, year, first + parts - 1).toString());
    return names.toString();
  }

  private void report(
      int entry, TimePeriod period, String parts, Supplier<Map<String, String>> figures) {
    reporter.onRecord(
        table.record(entry),
        problem,
        period.toString(),
        () -> {
          Map<String, String> details = figures.get();
          details.put("total", period.toString());
          details.put("parts", parts);
          return details;
        });
  }
}
