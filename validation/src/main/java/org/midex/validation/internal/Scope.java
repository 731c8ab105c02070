package org.midex.validation.internal;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;

/**
 * The rows that a rule can have something to say of, told by what stands in single fields: those
 * that meet all conditions that they must, and, if there are any that they may, one of these. Every
 * row, unless it is narrowed. Rules are still asked whether they have something to say.
 */
public final class Scope {
  private final Map<Field, IntPredicate> must = new LinkedHashMap<>();
  private final Map<Field, IntPredicate> may = new HashMap<>();
  private Set<Figure> mustBe = EnumSet.allOf(Figure.class);
  private long below;
  private final Set<Figure> mayBe = EnumSet.noneOf(Figure.class);
  private @Nullable LongPredicate period;
  private @Nullable Predicate<int[]> codes;
  private @Nullable CodesByPeriod once;

  /** What can be told of a figure without a rule. */
  public enum Figure {
    ABSENT(0),
    MALFORMED(1),
    NEGATIVE(2),
    ZERO(3),
    POSITIVE(4),
    /** Positive, and below what some rule calls small. */
    SMALL(5);

    private final int place;

    Figure(int place) {
      this.place = place;
    }

    int place() {
      return place;
    }
  }

  /**
   * Only rows with such a code.
   *
   * @param codes of the code's place in its list, or as in {@link org.midex.model.RowView#code}
   */
  public Scope only(Field field, IntPredicate codes) {
    must.merge(field, codes, IntPredicate::and);
    return this;
  }

  /** Only rows with one of some codes. */
  public Scope only(Field field, BitSet codes) {
    return only(field, code -> code >= 0 && codes.get(code));
  }

  /**
   * Only rows with such codes.
   *
   * @param condition on the codes by slot
   */
  public Scope onlyCodes(Predicate<int[]> condition) {
    codes = condition;
    return this;
  }

  /**
   * Not rows whose code and period have come before.
   *
   * @param field whose code
   * @param enough whether a row with some codes, by slot, makes others superfluous
   */
  public Scope once(Field field, Predicate<int[]> enough) {
    once = new CodesByPeriod(field, enough);
    return this;
  }

  /** Rows with such a code. */
  public Scope with(Field field, IntPredicate codes) {
    may.merge(field, codes, IntPredicate::or);
    return this;
  }

  /** Only rows with such a figure. */
  public Scope onlyFigures(Figure first, Figure... others) {
    mustBe = EnumSet.of(first, others);
    return this;
  }

  /**
   * Only rows with a positive figure below a limit.
   *
   * @param limit at the figures' scale
   */
  public Scope onlyBelow(long limit) {
    mustBe = EnumSet.of(Figure.SMALL);
    below = limit;
    return this;
  }

  /** Rows with such a figure. */
  public Scope withFigures(Figure figure) {
    mayBe.add(figure);
    return this;
  }

  /** Rows of such a period, packed. */
  public Scope withPeriods(LongPredicate periods) {
    period = periods;
    return this;
  }

  /** Whether it says anything of a field's codes by themselves. */
  boolean mentions(Field field) {
    return must.containsKey(field) || may.containsKey(field);
  }

  boolean mustMeet(Field field, int code) {
    IntPredicate condition = must.get(field);
    return condition == null || condition.test(code);
  }

  boolean mayMeet(Field field, int code) {
    IntPredicate condition = may.get(field);
    return condition != null && condition.test(code);
  }

  @Nullable CodesByPeriod once() {
    return once;
  }

  /** The condition on all codes together, if there is one. */
  @Nullable Predicate<int[]> condition() {
    return codes;
  }

  boolean mustBe(Figure figure) {
    return mustBe.contains(figure) || (figure == Figure.SMALL && mustBe.contains(Figure.POSITIVE));
  }

  /** The figure that all it looks at are below; 0 when it does not say. */
  long below() {
    return below;
  }

  boolean mayBe(Figure figure) {
    return mayBe.contains(figure) || (figure == Figure.SMALL && mayBe.contains(Figure.POSITIVE));
  }

  boolean mayBeOf(long packed) {
    return period != null && period.test(packed);
  }

  /** Whether a condition on the period is one that rows may meet. */
  boolean asksPeriod() {
    return period != null;
  }

  /** Whether rows need not meet any condition but those that they must. */
  boolean isOpen() {
    return may.isEmpty() && mayBe.isEmpty() && period == null;
  }
}
