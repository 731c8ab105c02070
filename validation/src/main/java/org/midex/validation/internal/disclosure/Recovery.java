package org.midex.validation.internal.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.midex.validation.internal.Rounding;
import org.midex.validation.internal.keys.KeyTable;

/**
 * What sums tell of suppressed cells: the range of each, narrowed by every sum in which it stands
 * until nothing changes. One cell that becomes known can so open the next, also across dimensions.
 * Sums are looked at one by one: what only several of them solved together would tell is not found.
 * Bounded: each sum is looked at some times over, not until ranges have crept to their ends.
 */
final class Recovery {
  /** A range's end that is not known; figures have at most 18 digits. */
  static final long OPEN = 4_000_000_000_000_000_000L;

  /** How often a sum is looked at, beside once for each of its cells that becomes known. */
  private static final int LOOKS = 20;

  private final SuppressedCells cells;
  private final KeyTable table;
  private final Rounding rounding;
  private final boolean negative;
  private final List<Equation> equations;
  private final long[] least;
  private final long[] most;
  private final int[] leastBy;
  private final int[] mostBy;
  private final BitSet contradicted = new BitSet();

  /**
   * @param negative whether figures may be below zero
   */
  Recovery(
      SuppressedCells cells,
      KeyTable table,
      Rounding rounding,
      boolean negative,
      List<Equation> equations) {
    this.cells = cells;
    this.table = table;
    this.rounding = rounding;
    this.negative = negative;
    this.equations = equations;
    this.least = new long[cells.size()];
    this.most = new long[cells.size()];
    this.leastBy = new int[cells.size()];
    this.mostBy = new int[cells.size()];
    Arrays.fill(least, negative ? -OPEN : 0);
    Arrays.fill(most, OPEN);
    Arrays.fill(leastBy, -1);
    Arrays.fill(mostBy, -1);
  }

  /** Narrows all ranges. */
  void run() {
    Uses uses = new Uses();
    ArrayDeque<Integer> waiting = new ArrayDeque<>();
    BitSet waits = new BitSet();
    int[] looks = IntStream.range(0, equations.size()).map(i -> LOOKS + cellsIn(i)).toArray();
    waits.set(0, equations.size());
    waits.stream().filter(this::hasOneCell).forEach(waiting::add);
    waits.stream().filter(equation -> !hasOneCell(equation)).forEach(waiting::add);
    while (!waiting.isEmpty()) {
      int next = waiting.remove();
      waits.clear(next);
      if (looks[next]-- > 0) {
        for (int cell : narrow(next)) {
          uses.forEach(
              cell,
              equation -> {
                if (looks[equation] > 0 && !waits.get(equation)) {
                  waits.set(equation);
                  waiting.add(equation);
                }
              });
        }
      }
    }
  }

  /** What one sum shows by itself is shown by it, and not by way of other cells. */
  private boolean hasOneCell(int index) {
    return cellsIn(index) == 1;
  }

  private int cellsIn(int index) {
    Equation equation = equations.get(index);
    int count = 0;
    for (int term = 0; term < equation.size(); term++) {
      count += cells.find(equation.entry(term)) >= 0 ? 1 : 0;
    }
    return count;
  }

  /** The sums in which each cell stands. */
  private final class Uses {
    private final int[] starts = new int[cells.size() + 1];
    private final int[] uses;

    Uses() {
      forAll((cell, equation) -> starts[cell + 1]++);
      for (int cell = 0; cell < cells.size(); cell++) {
        starts[cell + 1] += starts[cell];
      }
      uses = new int[starts[cells.size()]];
      int[] next = starts.clone();
      forAll((cell, equation) -> uses[next[cell]++] = equation);
    }

    private void forAll(IntBinaryConsumer action) {
      for (int i = 0; i < equations.size(); i++) {
        Equation equation = equations.get(i);
        for (int term = 0; term < equation.size(); term++) {
          int cell = cells.find(equation.entry(term));
          if (cell >= 0) {
            action.accept(cell, i);
          }
        }
      }
    }

    void forEach(int cell, IntConsumer action) {
      for (int i = starts[cell]; i < starts[cell + 1]; i++) {
        action.accept(uses[i]);
      }
    }
  }

  private interface IntBinaryConsumer {
    void accept(int cell, int equation);
  }

  /** Narrows the cells of one sum; returns those that became narrower. */
  private List<Integer> narrow(int index) {
    Equation equation = equations.get(index);
    Range others = new Range();
    for (int i = 1; i < equation.size(); i++) {
      others.add(low(equation.entry(i)), high(equation.entry(i)));
    }
    int total = equation.entry(0);
    List<Integer> changed = new ArrayList<>(2);
    for (int i = 0; i < equation.size(); i++) {
      int cell = cells.find(equation.entry(i));
      if (cell < 0 || contradicted.get(cell)) {
        continue;
      }
      long low;
      long high;
      if (i == 0) {
        low = others.lowWithout(0);
        high = others.highWithout(0);
      } else {
        low = minus(low(total), others.highWithout(most[cell]));
        high = minus(high(total), others.lowWithout(least[cell]));
      }
      if (narrow(cell, low, high, index)) {
        changed.add(cell);
        if (i > 0) {
          break; // the sum of the others is no longer right: the sum waits to be looked at again
        }
      }
    }
    return changed;
  }

  private boolean narrow(int cell, long low, long high, int index) {
    boolean narrower = false;
    if (low > least[cell] && low > -OPEN) {
      least[cell] = low;
      leastBy[cell] = index;
      narrower = true;
    }
    if (high < most[cell] && high < OPEN) {
      most[cell] = high;
      mostBy[cell] = index;
      narrower = true;
    }
    if (least[cell] > most[cell]) {
      contradicted.set(cell);
    }
    return narrower && !contradicted.get(cell);
  }

  private long low(int entry) {
    int cell = cells.find(entry);
    if (cell >= 0) {
      return contradicted.get(cell) ? open(false) : least[cell];
    }
    long figure = table.figure(entry);
    long low = figure - rounding.reach(figure);
    return !negative && figure >= 0 ? Math.max(low, 0) : low;
  }

  private long high(int entry) {
    int cell = cells.find(entry);
    if (cell >= 0) {
      return contradicted.get(cell) ? open(true) : most[cell];
    }
    return table.figure(entry) + rounding.reach(table.figure(entry));
  }

  private long open(boolean upwards) {
    return upwards ? OPEN : negative ? -OPEN : 0;
  }

  private static long minus(long one, long other) {
    return one <= -OPEN || other >= OPEN
        ? -OPEN
        : one >= OPEN || other <= -OPEN ? OPEN : cut(one - other);
  }

  private static long cut(long number) {
    return Math.max(-OPEN, Math.min(OPEN, number));
  }

  /** The range of a sum, kept so that a term can be taken out again. */
  private static final class Range {
    private long low;
    private long high;
    private int lowOpen;
    private int highOpen;

    void add(long least, long most) {
      if (least <= -OPEN || overflows(low, least)) {
        lowOpen++;
      } else {
        low += least;
      }
      if (most >= OPEN || overflows(high, most)) {
        highOpen++;
      } else {
        high += most;
      }
    }

    private static boolean overflows(long one, long other) {
      long sum = one + other;
      return ((one ^ sum) & (other ^ sum)) < 0;
    }

    /** The lower end without one of the terms. */
    long lowWithout(long least) {
      boolean open = least <= -OPEN;
      return lowOpen > (open ? 1 : 0) ? -OPEN : cut(open ? low : low - least);
    }

    long highWithout(long most) {
      boolean open = most >= OPEN;
      return highOpen > (open ? 1 : 0) ? OPEN : cut(open ? high : high - most);
    }
  }

  long least(int cell) {
    return least[cell];
  }

  long most(int cell) {
    return most[cell];
  }

  /**
   * Whether a cell is as good as published: it can have one value only or, where figures are
   * rounded, no more than a rounded figure stands for, none of them zero.
   */
  boolean isRecovered(int cell) {
    if (contradicted.get(cell) || least[cell] <= -OPEN || most[cell] >= OPEN) {
      return false;
    }
    long width = most[cell] - least[cell];
    return width == 0 || (width <= rounding.width() && least[cell] > 0);
  }

  /** The sums that gave the range its ends, one or two of them. */
  List<Equation> shownBy(int cell) {
    return IntStream.of(leastBy[cell], mostBy[cell])
        .filter(index -> index >= 0)
        .distinct()
        .mapToObj(equations::get)
        .toList();
  }
}
