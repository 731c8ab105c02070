package org.midex.model;

/** Looks at some of a message's rows on a thread of its own, before they are read. */
public interface RowScout {
  /** Hears that rows that follow one another come. */
  void begin();

  /**
   * Looks at the next row.
   *
   * @param row valid until the next
   * @param sound whether it has no structural error
   * @param place for {@link ScoutedReader#show}
   */
  void look(RowView row, boolean sound, int place);
}
