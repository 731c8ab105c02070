package org.midex.model;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.midex.schema.CodeList;
import org.midex.schema.ValueType;
import org.midex.schema.internal.Words;

/**
 * The lexical forms of {@link ValueType}, checked. Numbers are parsed by hand because every row has
 * one; the rest use the type's own pattern, so that XSD and reader cannot disagree.
 */
public final class Lexical {
  /** What {@link #number(byte[], int, int, int)} returns when a text is none. */
  static final long NO_NUMBER = Long.MIN_VALUE;

  /** The largest number, at any scale. */
  static final long LARGEST = 999_999_999_999_999_999L;

  private static final int DIGITS = 18;
  private static final long EIGHT_DIGITS = 100_000_000;
  private static final long ZEROS = 0x3030303030303030L;
  private static final long ABOVE_NINE = 0x7676767676767676L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long EVERY_FOURTH = 0x000000FF000000FFL;
  private static final long[] POWERS = LongStream.iterate(1, p -> p * 10).limit(DIGITS).toArray();
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
    long value = digits(bytes, start, point);
    if (scale > 0) {
      long fraction = bytes[point] == '.' ? digits(bytes, point + 1, to) : NO_NUMBER;
      value = value < 0 || fraction < 0 ? NO_NUMBER : value * POWERS[scale] + fraction;
    }
    if (start == from || value < 0) {
      return value;
    }
    return value == 0 ? NO_NUMBER : -value;
  }

  /** The number that up to 18 digits are, {@link #NO_NUMBER} when there is anything else. */
  private static long digits(byte[] bytes, int from, int to) {
    int at = to - ((to - from) & -Long.BYTES);
    long value = eightDigits(bytes, from, at);
    for (; at < to && value >= 0; at += Long.BYTES) {
      long next = eightDigits(bytes, at, at + Long.BYTES);
      value = next < 0 ? NO_NUMBER : value * EIGHT_DIGITS + next;
    }
    return value;
  }

  /** As {@link #digits}, of up to eight digits, all at once: each byte of a word is one. */
  private static long eightDigits(byte[] bytes, int from, int to) {
    if (from == to) {
      return 0;
    }
    int unused = Long.SIZE - Byte.SIZE * (to - from);
    long figures = (Words.at(bytes, from, to - from) ^ (ZEROS >>> unused)) << unused;
    if ((((figures + ABOVE_NINE) | figures) & HIGH_BITS) != 0) {
      return NO_NUMBER;
    }
    long pairs = figures * 10 + (figures >>> 8);
    long low = (pairs & EVERY_FOURTH) * (100 + (1_000_000L << 32));
    long high = ((pairs >>> 16) & EVERY_FOURTH) * (1 + (10_000L << 32));
    return (low + high) >>> 32;
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
