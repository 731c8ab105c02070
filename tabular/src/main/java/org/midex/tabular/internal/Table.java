package org.midex.tabular.internal;

import java.io.Closeable;
import java.io.IOException;

/** A table read from top to bottom. The current row changes under the caller. */
public interface Table extends Closeable {
  /** A table wider than this is no honest one; it is also Excel's own limit. */
  int MAX_COLUMNS = 16_384;

  /** Longest cell in characters. */
  int MAX_CELL = 1 << 20;

  /**
   * Moves to the next row that holds text; false after the last.
   *
   * @throws BadTableException when the bytes are no table
   */
  boolean next() throws IOException;

  /** Lines without text that were passed over so far. */
  long blankLines();

  /** Number of the current row's first line, from 1. */
  long line();

  /** Cells of the current row. */
  int size();

  /** Text of a cell as it stands there; empty where there is none. */
  String text(int cell);

  /** How a cell's value is stored. */
  enum Stored {
    TEXT,
    NUMBER,
    /** A number that is shown as a day; its text is {@code yyyy-MM-dd}. */
    DAY,
    /** A number that is shown as a month; its text is the month's first day. */
    MONTH,
    /** A truth value; its text is {@code TRUE} or {@code FALSE}. */
    BOOLEAN,
    /** An error such as {@code #REF!}. */
    ERROR
  }

  default Stored stored(int cell) {
    return Stored.TEXT;
  }

  /** Whether the cell is stored as a number, so that its text has no locale's marks. */
  default boolean isNumber(int cell) {
    return stored(cell) == Stored.NUMBER;
  }

  /** Whether the cell's value is the result of a formula. */
  default boolean isFormula(int cell) {
    return false;
  }

  /** Whether the current row is hidden from who looks at the table. */
  default boolean isHidden() {
    return false;
  }

  /** How numbers are written, given what the mapping says of them. */
  default Numbers numbers(Numbers declared) {
    return declared;
  }

  /** Whether rows end where their last filled cell is, so that a short row is a whole one. */
  default boolean padded() {
    return false;
  }

  /** Where a cell is, for people. */
  String place(long line, int cell, String heading);
}
