package org.midex.tabular.internal;

/** Texts of cells. */
public final class Cells {
  private static final int SHOWN = 1_000;

  private Cells() {}

  /** A text short enough to be kept in a finding. */
  public static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  /** A column's letters, {@code A} for 0. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }
}
