package org.midex.tabular.internal.export;

/**
 * A cell to be written.
 *
 * @param text what stands there
 * @param number whether a workbook stores it as a number; the text then has digits and a point only
 */
public record Cell(String text, boolean number) {
  /** Holds nothing. */
  public static final Cell EMPTY = new Cell("", false);

  /** A cell of text. */
  public static Cell of(String text) {
    return text.isEmpty() ? EMPTY : new Cell(text, false);
  }
}
