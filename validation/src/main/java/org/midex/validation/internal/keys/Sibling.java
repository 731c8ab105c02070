package org.midex.validation.internal.keys;

/**
 * Finds, of one entry after another, the entry whose key differs by the same step. It is in the
 * series whose key does, most often as far from the start as the last one was.
 */
public final class Sibling {
  private final SeriesTable table;
  private final long hiStep;
  private final long loStep;

  /** Entries of the series looked at last, and of the one that differs from it by the step. */
  private int from;

  private int to;
  private int from2;
  private int to2;
  private int distance;
  private int filling;

  Sibling(SeriesTable table, long hiStep, long loStep) {
    this.table = table;
    this.hiStep = hiStep;
    this.loStep = loStep;
  }

  /** The entry whose key differs from this one's by the step, or −1. */
  public int find(int entry) {
    if (entry < from || entry >= to || filling != table.filling()) {
      lookUp(table.series(entry));
    }
    int guess = entry + distance;
    long period = table.period(entry);
    if (guess >= from2 && guess < to2 && table.period(guess) == period) {
      return guess;
    }
    int found = table.find(from2, to2, period);
    if (found >= 0) {
      distance = found - entry;
    }
    return found;
  }

  private void lookUp(int series) {
    filling = table.filling();
    from = table.first(series);
    to = table.end(series);
    int other = table.find(series, hiStep, loStep);
    from2 = other < 0 ? 0 : table.first(other);
    to2 = other < 0 ? 0 : table.end(other);
    distance = from2 - from;
  }
}
