package org.midex.model;

import java.nio.charset.StandardCharsets;
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
  /** What {@link #number(byte[], int, int, int)} returns when a text is none. */
  static final long NO_NUMBER = Long.MIN_VALUE;

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
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return number(bytes, 0, bytes.length, scale) != NO_NUMBER;
  }

  /**
   * The digits of a number, without the point; {@link #NO_NUMBER} when {@link #isNumber} would
   * refuse the text.
   *
   * @param from offset of its first byte
   * @param to offset behind its last byte
   */
  static long number(byte[] bytes, int from, int to, int scale) {
    int start = from < to && bytes[from] == '-' ? from + 1 : from;
    int point = scale == 0 ? to : to - scale - 1;
    int whole = point - start;
    if (whole < 1 || whole + scale > DIGITS || (bytes[start] == '0' && whole > 1)) {
      return NO_NUMBER;
    }
    long value = 0;
    for (int i = start; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9 && i != point) {
        value = value * 10 + digit;
      } else if (i != point || bytes[i] != '.') {
        return NO_NUMBER;
      }
    }
    if (start == from) {
      return value;
    }
    return value == 0 ? NO_NUMBER : -value;
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
