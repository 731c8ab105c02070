package org.midex.schema;

/**
 * Whether a text is a code written otherwise: in another case, or with other separators where these
 * say nothing. Whatever else stands in a code has a meaning: digits, signs and their order.
 */
final class Spelling {
  private static final String SEPARATORS = "_-. \u2010\u2011\u2012\u2013";
  private static final String DASHES = "-\u2010\u2011\u2012\u2013";

  /** Digits of a year or of an area in M49; {@code 5-8} is a range. */
  private static final int NO_END_OF_A_RANGE = 3;

  private Spelling() {}

  static boolean same(String text, String code) {
    int i = 0;
    int j = 0;
    while (true) {
      boolean inText = isSeparator(text, i);
      boolean inCode = isSeparator(code, j);
      if (inText || inCode) {
        if (!fits(text, inText ? i : -1, code, inCode ? j : -1)) {
          return false;
        }
        i += inText ? 1 : 0;
        j += inCode ? 1 : 0;
      } else if (i == text.length() || j == code.length()) {
        return i == text.length() && j == code.length();
      } else if (Character.toUpperCase(text.charAt(i++))
          != Character.toUpperCase(code.charAt(j++))) {
        return false;
      }
    }
  }

  /** Whether a separator may stand in one of the two or in both; −1 where there is none. */
  private static boolean fits(String text, int i, String code, int j) {
    if (i < 0) {
      return mayLack(code, j);
    }
    return j < 0 ? isNeedless(text, i) : saysTheSame(text, i, code, j);
  }

  /** One separator for another; a dash between two numbers may be a range. */
  private static boolean saysTheSame(String text, int i, String code, int j) {
    if (text.charAt(i) == code.charAt(j)) {
      return true;
    }
    boolean range =
        isDash(text, i)
            && !isDash(code, j)
            && isDigit(text, i - 1)
            && isDigit(text, i + 1)
            && !isDigit(text, i + NO_END_OF_A_RANGE);
    return i > 0 && j > 0 && !range;
  }

  /** Between a letter and a digit; a dash before a digit may be a minus. */
  private static boolean isNeedless(String text, int i) {
    return isDigit(text, i - 1)
        ? isLetter(text, i + 1)
        : isLetter(text, i - 1) && isDigit(text, i + 1) && !isDash(text, i);
  }

  /** Not at the start, and not where two numbers would become one. */
  private static boolean mayLack(String code, int j) {
    return j > 0 && !(isDigit(code, j - 1) && isDigit(code, j + 1));
  }

  private static boolean isSeparator(String text, int at) {
    return at < text.length() && SEPARATORS.indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isDash(String text, int at) {
    return DASHES.indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
  }

  private static boolean isLetter(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
  }
}
