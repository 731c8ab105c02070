package org.midex.validation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.midex.model.RowView;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.internal.Scope.Figure;

/**
 * The rules on single rows. Each code, kind of figure and period has a bit for each rule that can
 * say something where it stands, so that for a row a few words tell which rules need to look at it:
 * most often none.
 */
final class RowRules {
  private static final int STATES = 2;
  private static final int REMEMBERED = 1 << 8;

  private final List<RowRule> rules;
  private final int[] slots;

  /** By coded field, for each code two words: rules that must and rules that may. */
  private final long[][] ofCode;

  private final long[] mustOfFigure = new long[Figure.values().length];
  private final long[] mayOfFigure = new long[Figure.values().length];
  private final long open;
  private long mustOfCodes;
  private long mayOfCodes;
  private final List<Scope> scopes = new ArrayList<>();
  private final long asking;
  private final long conditional;

  /** By rule that need not see rows again. */
  private final @Nullable Once[] once;

  private long onceOfCodes;
  private int[] codesOfRows = {};
  private final long[] periods = new long[REMEMBERED];
  private final long[] ofPeriod = new long[REMEMBERED];

  /**
   * @param rules at most 64
   */
  RowRules(RowType type, List<RowRule> rules) {
    if (rules.size() > Long.SIZE) {
      throw new IllegalArgumentException(rules.size() + " rules on the rows of " + type);
    }
    this.rules = List.copyOf(rules);
    long openRules = 0;
    long askingRules = 0;
    long conditionalRules = 0;
    for (int i = 0; i < rules.size(); i++) {
      Scope scope = new Scope();
      rules.get(i).narrow(scope);
      scopes.add(scope);
      openRules |= scope.isOpen() ? 1L << i : 0;
      conditionalRules |= scope.condition() != null ? 1L << i : 0;
      askingRules |= scope.asksPeriod() ? 1L << i : 0;
      for (Figure figure : Figure.values()) {
        mustOfFigure[figure.place()] |= scope.mustBe(figure) ? 1L << i : 0;
        mayOfFigure[figure.place()] |= scope.mayBe(figure) ? 1L << i : 0;
      }
    }
    this.open = openRules;
    this.asking = askingRules;
    this.conditional = conditionalRules;
    this.once =
        scopes.stream()
            .map(scope -> scope.once() == null ? null : scope.once().fresh())
            .toArray(Once[]::new);
    Arrays.fill(periods, -1);
    List<Field> coded = type.fields().stream().filter(this::tells).toList();
    this.slots = coded.stream().mapToInt(Field::slot).toArray();
    this.ofCode = coded.stream().map(this::words).toArray(long[][]::new);
  }

  /** Whether any rule asks for the codes of a field. */
  private boolean tells(Field field) {
    if (field.type().list() == null) {
      return false;
    }
    long all = all();
    long[] words = words(field);
    for (int i = 0; i < words.length; i += STATES) {
      if (words[i] != all || words[i + 1] != 0) {
        return true;
      }
    }
    return false;
  }

  private long all() {
    return rules.isEmpty() ? 0 : -1L >>> (Long.SIZE - rules.size());
  }

  private long[] words(Field field) {
    CodeList list = Objects.requireNonNull(field.type().list());
    long[] words = new long[STATES * (list.codes().size() - RowView.UNKNOWN)];
    for (int code = RowView.UNKNOWN; code < list.codes().size(); code++) {
      int at = STATES * (code - RowView.UNKNOWN);
      for (int i = 0; i < scopes.size(); i++) {
        words[at] |= scopes.get(i).mustMeet(field, code) ? 1L << i : 0;
        words[at + 1] |= scopes.get(i).mayMeet(field, code) ? 1L << i : 0;
      }
    }
    return words;
  }

  /**
   * Tells the codes of the rows that follow.
   *
   * @param codes by slot; not changed until the next are told
   */
  void setCodes(int[] codes) {
    long must = all();
    long may = open;
    for (int i = 0; i < slots.length; i++) {
      long[] words = ofCode[i];
      int at = STATES * (codes[slots[i]] - RowView.UNKNOWN);
      must &= words[at];
      may |= words[at + 1];
    }
    for (long left = must & conditional; left != 0; left &= left - 1) {
      int rule = Long.numberOfTrailingZeros(left);
      Predicate<int[]> condition = scopes.get(rule).condition();
      if (condition != null && !condition.test(codes)) {
        must &= ~(1L << rule);
      }
    }
    mustOfCodes = must;
    codesOfRows = codes;
    onceOfCodes = 0;
    for (int rule = 0; rule < once.length; rule++) {
      Once filter = once[rule];
      if (filter != null && filter.isEnough(codes)) {
        onceOfCodes |= 1L << rule;
      }
    }
    mayOfCodes = may;
  }

  /**
   * The rules that can have something to say of a row, a bit for each.
   *
   * @param period packed; negative when it is not known
   */
  long select(Figure figure, long period) {
    long must = mustOfCodes & mustOfFigure[figure.place()];
    long may = mayOfCodes | mayOfFigure[figure.place()];
    if ((must & asking) != 0 && period >= 0) {
      may |= ofPeriod(period);
    }
    long selected = must & may;
    if (period >= 0) {
      for (long left = selected & onceOfCodes; left != 0; left &= left - 1) {
        Once filter = once[Long.numberOfTrailingZeros(left)];
        if (filter != null && filter.hasCome(codesOfRows, period)) {
          selected &= ~Long.lowestOneBit(left);
        }
      }
    }
    return selected;
  }

  private long ofPeriod(long period) {
    int place = (int) (period ^ (period >>> 7) ^ (period >>> 14)) & (REMEMBERED - 1);
    if (periods[place] != period) {
      long may = 0;
      for (int i = 0; i < scopes.size(); i++) {
        may |= scopes.get(i).mayBeOf(period) ? 1L << i : 0;
      }
      ofPeriod[place] = may;
      periods[place] = period;
    }
    return ofPeriod[place];
  }

  /** Lets rules judge a row. */
  void check(long selected, RowView row) {
    for (long left = selected; left != 0; left &= left - 1) {
      rules.get(Long.numberOfTrailingZeros(left)).check(row);
    }
  }

  void finish() {
    rules.forEach(RowRule::finish);
  }
}
