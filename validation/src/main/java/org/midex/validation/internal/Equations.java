package org.midex.validation.internal;

import java.util.ArrayList;
import java.util.List;
import org.midex.model.RowView;

/**
 * Sums in which suppressed cells stand. Bounded: what is looked up and kept comes out of one
 * budget.
 */
final class Equations {
  /** Look-ups of keys, in all; what is kept costs more than looking. */
  private static final long BUDGET = 10_000_000;

  private static final int COST = 40;
  private static final int COST_OF_TERM = 20;

  private final KeyTable table;
  private final SuppressedCells cells;
  private final List<Equation> all = new ArrayList<>();
  private long left;

  /** Finds the sums of one check. */
  interface Source {
    /** Takes note of a row. */
    void seen(RowView row);

    /** Adds the sums in which a cell stands, but for those added before. */
    void find(int cell, Equations equations);
  }

  Equations(KeyTable table, SuppressedCells cells) {
    this(table, cells, BUDGET);
  }

  Equations(KeyTable table, SuppressedCells cells, long budget) {
    this.table = table;
    this.cells = cells;
    this.left = budget;
  }

  /** Whether there is more to be had. */
  boolean exhausted() {
    return left <= 0;
  }

  /** The entry that differs from another one by a step, or −1. */
  int find(int entry, long hiStep, long loStep) {
    left--;
    return table.find(entry, hiStep, loStep);
  }

  /** Whether an entry has a figure. */
  boolean isKnown(int entry) {
    return entry >= 0 && table.hasFigure(entry);
  }

  /** Whether an entry has a figure or is a cell: it can stand in a sum. */
  boolean canStand(int entry) {
    return isKnown(entry) || (entry >= 0 && cells.find(entry) >= 0);
  }

  void add(Equation equation) {
    left -= COST + (long) COST_OF_TERM * equation.size();
    all.add(equation);
  }

  /**
   * Adds a sum that is found from each of its cells alike, when it is the first of them that asks.
   */
  void addOnce(Equation equation, int cell) {
    for (int i = 0; i < equation.size(); i++) {
      int other = cells.find(equation.entry(i));
      if (other >= 0 && other < cell) {
        return;
      }
    }
    add(equation);
  }

  List<Equation> all() {
    return all;
  }
}
