package org.midex.benchmarks;

import java.util.Map;
import org.midex.benchmarks.print.JsonPrinter;
import org.midex.benchmarks.print.MarkdownPrinter;
import org.midex.benchmarks.print.Printer;
import org.midex.benchmarks.print.TextPrinter;

/**
 * What was asked for.
 *
 * @param rows of each message
 * @param quick fewer rounds, and no message of ten million observations
 */
record Options(int rows, Printer printer, boolean quick) {
  static final String USAGE =
      "usage: benchmarks/compare [--rows N] [--format text|json|md] [--quick]";

  private static final int ROWS = 1_000_000;
  private static final int QUICK_ROWS = 100_000;

  /** Of fewer, not every month would have all areas, which is a finding. */
  private static final int FEWEST_ROWS = 10_000;

  /** Lines are kept in one array of bytes. */
  private static final int MOST_ROWS = 10_000_000;

  private static final Map<String, Printer> PRINTERS =
      Map.of("text", new TextPrinter(), "json", new JsonPrinter(), "md", new MarkdownPrinter());

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException when they are not as {@link #USAGE} says
   */
  static Options parse(String... arguments) {
    int rows = 0;
    Printer printer = new TextPrinter();
    boolean quick = false;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--rows" -> rows = rows(value(arguments, ++i));
        case "--format" -> printer = printer(value(arguments, ++i));
        case "--quick" -> quick = true;
        default -> throw new IllegalArgumentException("unknown: " + arguments[i]);
      }
    }
    return new Options(rows > 0 ? rows : quick ? QUICK_ROWS : ROWS, printer, quick);
  }

  private static String value(String[] arguments, int at) {
    if (at >= arguments.length) {
      throw new IllegalArgumentException(arguments[at - 1] + " needs a value");
    }
    return arguments[at];
  }

  private static int rows(String text) {
    int rows = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    if (rows < FEWEST_ROWS || rows > MOST_ROWS) {
      throw new IllegalArgumentException(
          "--rows: a number from " + FEWEST_ROWS + " to " + MOST_ROWS + ", not " + text);
    }
    return rows;
  }

  private static Printer printer(String text) {
    Printer printer = PRINTERS.get(text);
    if (printer == null) {
      throw new IllegalArgumentException("--format: text, json or md, not " + text);
    }
    return printer;
  }
}
