package org.midex.validation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.midex.model.RowView;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.internal.Scope.Figure;

/**
 * Which rules on single rows can have something to say where a code, a kind of figure or a period
 * stands: a bit for each rule. What several threads use of them never changes.
 */
final class RuleTables {
  /** Words of a code: rules that it lets judge, and rules that it asks to. */
  static final int STATES = 2;

  private final List<RowRule> rules;
  private final List<Scope> scopes = new ArrayList<>();
  private final int[] slots;
  private final long[][] ofCode;
  private final long[] lets = new long[Figure.values().length];
  private final long[] asks = new long[Figure.values().length];
  private final long small;
  private final long all;
  private final long open;
  private final long byPeriod;
  private final long conditional;
  private final long seenOnce;

  /**
   * @param rules at most 64
   */
  RuleTables(RowType type, List<RowRule> rules) {
    if (rules.size() > Long.SIZE) {
      throw new IllegalArgumentException(rules.size() + " rules on the rows of " + type);
    }
    this.rules = List.copyOf(rules);
    for (RowRule rule : rules) {
      Scope scope = new Scope();
      rule.narrow(scope);
      scopes.add(scope);
    }
    this.small = scopes.stream().mapToLong(Scope::below).max().orElse(0);
    this.all = bits(i -> true);
    this.open = bits(i -> scopes.get(i).isOpen());
    this.byPeriod = bits(i -> scopes.get(i).asksPeriod());
    this.seenOnce = bits(i -> scopes.get(i).once() != null);
    this.conditional = bits(i -> scopes.get(i).condition() != null);
    for (Figure figure : Figure.values()) {
      lets[figure.place()] = bits(i -> scopes.get(i).mustBe(figure));
      asks[figure.place()] = bits(i -> scopes.get(i).mayBe(figure));
    }
    List<Field> told =
        type.fields().stream()
            .filter(field -> field.type().list() != null)
            .filter(field -> scopes.stream().anyMatch(scope -> scope.mentions(field)))
            .toList();
    this.slots = told.stream().mapToInt(Field::slot).toArray();
    this.ofCode = told.stream().map(this::words).toArray(long[][]::new);
  }

  private long bits(IntPredicate which) {
    long bits = 0;
    for (int i = 0; i < rules.size(); i++) {
      bits |= which.test(i) ? 1L << i : 0;
    }
    return bits;
  }

  private long[] words(Field field) {
    CodeList list = Objects.requireNonNull(field.type().list());
    long[] words = new long[STATES * (list.codes().size() - RowView.UNKNOWN)];
    long silent = bits(i -> !scopes.get(i).mentions(field));
    for (int code = RowView.UNKNOWN; code < list.codes().size(); code++) {
      int at = STATES * (code - RowView.UNKNOWN);
      words[at] = silent;
      for (long left = all & ~silent; left != 0; left &= left - 1) {
        Scope scope = scopes.get(Long.numberOfTrailingZeros(left));
        words[at] |= scope.mustMeet(field, code) ? Long.lowestOneBit(left) : 0;
        words[at + 1] |= scope.mayMeet(field, code) ? Long.lowestOneBit(left) : 0;
      }
    }
    return words;
  }

  List<RowRule> rules() {
    return rules;
  }

  List<Scope> scopes() {
    return scopes;
  }

  /** Slots of the fields whose codes tell anything. */
  int[] slots() {
    return slots;
  }

  /** By field, the words of its codes, from {@link RowView#UNKNOWN} on. */
  long[][] ofCode() {
    return ofCode;
  }

  long lets(Figure figure) {
    return lets[figure.place()];
  }

  long asks(Figure figure) {
    return asks[figure.place()];
  }

  /** Rules that a period asks to judge. */
  synchronized long asks(long period) {
    return bits(i -> scopes.get(i).mayBeOf(period));
  }

  /** What positive figures are below that are {@link Figure#SMALL}. */
  long small() {
    return small;
  }

  long all() {
    return all;
  }

  /** Rules that nothing needs to ask. */
  long open() {
    return open;
  }

  /** Rules that some periods ask. */
  long byPeriod() {
    return byPeriod;
  }

  /** Rules that need not see rows again. */
  long seenOnce() {
    return seenOnce;
  }

  /** Rules with a condition on all codes together. */
  long conditional() {
    return conditional;
  }
}
