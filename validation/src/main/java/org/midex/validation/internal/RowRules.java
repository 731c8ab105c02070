package org.midex.validation.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.midex.model.RowView;
import org.midex.schema.RowType;
import org.midex.validation.internal.Scope.Figure;

/**
 * Tells row after row which rules need to look at it: most often none. A few words of {@link
 * RuleTables} are combined for that. Not thread-safe, unlike the tables.
 */
final class RowRules {
  private static final int REMEMBERED = 1 << 8;

  private final RuleTables tables;
  private final long small;
  private final int[] slots;
  private final long[][] ofCode;

  /** By rule that need not see rows again. */
  private final @Nullable CodesByPeriod[] once;

  private final long seenOnce;

  private final long[] periods = new long[REMEMBERED];
  private final long[] ofPeriod = new long[REMEMBERED];
  private int[] codesOfRows = {};
  private long lets;
  private long asks;
  private long onceOfCodes;

  /**
   * @param rules at most 64
   */
  RowRules(RowType type, List<RowRule> rules) {
    this(new RuleTables(type, rules));
  }

  private RowRules(RuleTables tables) {
    this.tables = tables;
    this.small = tables.small();
    this.slots = tables.slots();
    this.ofCode = tables.ofCode();
    this.once = new CodesByPeriod[tables.scopes().size()];
    this.seenOnce = tables.seenOnce();
    Arrays.fill(periods, -1);
    forget();
  }

  /** The same rules, for another thread. */
  RowRules another() {
    return new RowRules(tables);
  }

  /** Forgets which rows have come before. */
  void forget() {
    for (int i = 0; i < once.length; i++) {
      CodesByPeriod filter = tables.scopes().get(i).once();
      once[i] = filter == null ? null : filter.fresh();
    }
  }

  /**
   * Tells the codes of the rows that follow.
   *
   * @param codes by slot; not changed until the next are told
   */
  void setCodes(int[] codes) {
    codesOfRows = codes;
    lets = tables.all();
    asks = tables.open();
    for (int i = 0; i < slots.length; i++) {
      long[] words = ofCode[i];
      int at = RuleTables.STATES * (codes[slots[i]] - RowView.UNKNOWN);
      lets &= words[at];
      asks |= words[at + 1];
    }
    for (long left = lets & tables.conditional(); left != 0; left &= left - 1) {
      Predicate<int[]> condition =
          tables.scopes().get(Long.numberOfTrailingZeros(left)).condition();
      if (condition != null && !condition.test(codes)) {
        lets &= ~Long.lowestOneBit(left);
      }
    }
    onceOfCodes = 0;
    for (long left = lets & seenOnce; left != 0; left &= left - 1) {
      CodesByPeriod filter = once[Long.numberOfTrailingZeros(left)];
      if (filter != null && filter.isEnough(codes)) {
        onceOfCodes |= Long.lowestOneBit(left);
      }
    }
  }

  /**
   * The rules that can have something to say of a row, a bit for each.
   *
   * @param period packed; negative when it is not known
   */
  long select(Figure figure, long period) {
    long let = lets & tables.lets(figure);
    long asked = asks | tables.asks(figure);
    if (period < 0) {
      return let & asked;
    }
    if ((let & tables.byPeriod()) != 0) {
      asked |= ofPeriod(period);
    }
    long selected = let & asked;
    for (long left = selected & onceOfCodes; left != 0; left &= left - 1) {
      CodesByPeriod filter = once[Long.numberOfTrailingZeros(left)];
      if (filter != null && filter.hasCome(codesOfRows, period)) {
        selected &= ~Long.lowestOneBit(left);
      }
    }
    return selected;
  }

  private long ofPeriod(long period) {
    int place = (int) (period ^ (period >>> 7) ^ (period >>> 14)) & (REMEMBERED - 1);
    if (periods[place] != period) {
      ofPeriod[place] = tables.asks(period);
      periods[place] = period;
    }
    return ofPeriod[place];
  }

  /** What kind of figure a number is. */
  Figure kind(long figure) {
    if (figure > 0) {
      return figure < small ? Figure.SMALL : Figure.POSITIVE;
    }
    return figure == 0 ? Figure.ZERO : Figure.NEGATIVE;
  }

  /** Lets rules judge a row. */
  void check(long selected, RowView row) {
    for (long left = selected; left != 0; left &= left - 1) {
      tables.rules().get(Long.numberOfTrailingZeros(left)).check(row);
    }
  }

  void finish() {
    tables.rules().forEach(RowRule::finish);
  }
}
