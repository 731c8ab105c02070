package org.midex.validation.internal.keys;

/** What checks note of a row, as bits beside its packed period, which has 28. */
public final class Marks {
  /** Its series may jump here. */
  public static final int BREAK = 1 << 28;

  /** Its figure is the sum of those of shorter periods. */
  public static final int ADDS_UP = 1 << 29;

  /** Its figure says nothing of those of shorter periods. */
  public static final int NOT_OVER_TIME = 1 << 30;

  /** It has none that can be read. */
  public static final int NO_FIGURE = 1 << 31;

  /**
   * Its row has a structural error: it is there, and that is all. Without a figure the other marks
   * say nothing.
   */
  static final int FAULTY = NO_FIGURE | BREAK;

  static final int PERIOD = BREAK - 1;

  private Marks() {}
}
