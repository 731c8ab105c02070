package org.midex.validation.internal.keys;

/**
 * Finds, of one entry after another, the entry whose key differs by the same step. In most files
 * they stand as far apart as the last two did, so that is where it looks first.
 */
public final class Sibling {
  /** Guesses that may fail in a row before looking first is given up for a while. */
  private static final int PATIENCE = 4;

  private static final int PAUSE = -200;

  private final KeyTable table;
  private final long hiStep;
  private final long loStep;
  private int distance;
  private int failed = PAUSE / 2;

  public Sibling(KeyTable table, long hiStep, long loStep) {
    this.table = table;
    this.hiStep = hiStep;
    this.loStep = loStep;
  }

  /** The entry whose key differs from this one's by the step, or −1. */
  public int find(int entry) {
    long hi = table.hi(entry) + hiStep;
    long lo = table.lo(entry) + loStep;
    if (failed >= 0) {
      int guess = entry + distance;
      if (guess >= 0 && guess < table.size() && table.isAt(guess, hi, lo)) {
        failed = 0;
        return guess;
      }
    }
    int found = table.find(hi, lo);
    if (found >= 0) {
      distance = found - entry;
      failed = failed + 1 > PATIENCE ? PAUSE : failed + 1;
    }
    return found;
  }
}
