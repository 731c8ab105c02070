package org.midex.validation.internal.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.midex.validation.internal.keys.KeyTable;
import org.midex.validation.internal.keys.KeyedRow;

/**
 * Sums in which suppressed cells stand. Bounded in what is looked up, and in what is kept: at most
 * about 12 MB.
 */
final class Equations {
  /** Look-ups of keys. */
  private static final long LOOKUPS = 50_000_000;

  /** Terms that are kept; a sum counts for some by itself. */
  private static final int TERMS = 1_000_000;

  private static final int OF_A_SUM = 8;

  private final KeyTable table;
  private final SuppressedCells cells;
  private final List<Equation> all = new ArrayList<>();
  private long lookups = LOOKUPS;
  private int terms = TERMS;

  /** Finds the sums of one check. */
  interface Source {
    /** Takes note of a row that can stand in a sum with a cell. */
    void seen(KeyedRow row);

    /** Adds the sums in which a cell stands, but for those added before. */
    void find(int cell, Equations equations);
  }

  Equations(KeyTable table, SuppressedCells cells) {
    this.table = table;
    this.cells = cells;
  }

  /** Whether there is more to be had. */
  boolean exhausted() {
    return lookups <= 0 || terms <= 0;
  }

  /** The entry that differs from another one by a step, or −1. */
  int find(int entry, long hiStep, long loStep) {
    lookups--;
    return table.find(entry, hiStep, loStep);
  }

  /** The packed period of an entry. */
  long period(int entry) {
    return table.period(entry);
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
    terms -= OF_A_SUM + equation.size();
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
