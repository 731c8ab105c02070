package org.midex.report.wording;

/**
 * How figures are written for people: thousands set off by a narrow no-break space, as English,
 * French and Spanish all allow.
 */
public final class Figures {
  private static final char THOUSANDS = '\u202F';

  private Figures() {}

  public static String of(long number) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    int first = number < 0 ? 1 : 0;
    for (int i = digits.length() - 3; i > first; i -= 3) {
      digits.insert(i, THOUSANDS);
    }
    return digits.toString();
  }
}
