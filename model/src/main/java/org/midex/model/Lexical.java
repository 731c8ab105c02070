package org.midex.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.midex.schema.CodeList;
import org.midex.schema.ValueType;

/**
 * The lexical forms of {@link ValueType}, checked. Numbers are parsed by hand because every row has
 * one; the rest use the type's own pattern, so that XSD and reader cannot disagree.
 */
public final class Lexical {
  private static final int DIGITS = 18;
  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

  private Lexical() {}

  /** Whether a text is a value of the type. A code must be in its list. */
  public static boolean matches(ValueType type, String text) {
    CodeList list = type.list();
    if (list != null) {
      return list.indexOf(text) >= 0;
    }
    if (type.isNumber()) {
      return isNumber(text, type.scale());
    }
    return matchesPattern(type, text);
  }

  /**
   * Whether a text matches what the XSD says of the type: for an open list its pattern, not
   * membership.
   */
  public static boolean matchesPattern(ValueType type, String text) {
    CodeList list = type.list();
    if (list != null && !list.open()) {
      return list.indexOf(text) >= 0;
    }
    String pattern = type.pattern();
    return pattern == null
        ? !text.isEmpty()
        : PATTERNS.computeIfAbsent(pattern, Pattern::compile).matcher(text).matches();
  }

  /**
   * Whether a text is a number with exactly {@code scale} digits after the point and at most 18
   * digits: no plus, no needless zero.
   */
  public static boolean isNumber(String text, int scale) {
    int start = text.startsWith("-") ? 1 : 0;
    int point = text.length() - scale - 1;
    int whole = scale == 0 ? text.length() - start : point - start;
    if (whole < 1 || whole + scale > DIGITS || (text.charAt(start) == '0' && whole > 1)) {
      return false;
    }
    boolean zero = true;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (scale > 0 && i == point) {
        if (c != '.') {
          return false;
        }
      } else if (c < '0' || c > '9') {
        return false;
      } else if (c != '0') {
        zero = false;
      }
    }
    return !(zero && start == 1);
  }

  /** The digits of a text that {@link #isNumber} accepted, without the point. */
  public static long number(String text) {
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0') {
        value = value * 10 + (c - '0');
      }
    }
    return text.charAt(0) == '-' ? -value : value;
  }

  /** The lexical form of a number's digits at a scale: the inverse of {@link #number}. */
  public static String text(long number, int scale) {
    return scale == 0
        ? Long.toString(number)
        : java.math.BigDecimal.valueOf(number, scale).toPlainString();
  }
}
