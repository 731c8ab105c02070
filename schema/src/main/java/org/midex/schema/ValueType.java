package org.midex.schema;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a field's values look like. Every value has one lexical form only, so that equal data are
 * equal bytes.
 *
 * @param kind which of the forms below
 * @param list the code list, for {@link Kind#CODE} only
 * @param scale digits after the point, for {@link Kind#AMOUNT}; 0 otherwise
 * @param frequencies periods allowed, for {@link Kind#PERIOD}; empty otherwise
 * @param component the fields inside, for {@link Kind#COMPONENT} only
 */
public record ValueType(
    Kind kind,
    @Nullable CodeList list,
    int scale,
    Set<Frequency> frequencies,
    @Nullable RowType component) {

  /** The forms of value that the standard knows. */
  public enum Kind {
    /** A code of {@link ValueType#list()}. */
    CODE,
    /** A whole number of persons, cases, events…; at most 18 digits. */
    COUNT,
    /**
     * A decimal number with exactly {@link ValueType#scale()} digits after the point; at most 18
     * digits in all.
     */
    AMOUNT,
    /** A period of time; see {@link Frequency}. */
    PERIOD,
    /** A calendar day, {@code 2024-03-31}. */
    DATE,
    /** A moment in UTC to the second, {@code 2024-03-31T12:00:00Z}. */
    INSTANT,
    /** Free text of at least one character. */
    TEXT,
    /**
     * An identifier without spaces, at most 64 characters. In a dimension {@code _T}, {@code _U}
     * and {@code _Z} mean what they mean in code lists.
     */
    IDENTIFIER,
    /** A uniform resource name (RFC 8141), such as {@code urn:uuid:…}. */
    URN,
    /** SHA-256 in 64 lower-case hexadecimal digits. */
    DIGEST,
    /** A version of the standard, {@code 1.0}. */
    VERSION,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** A group of fields. */
    COMPONENT
  }

  private static final int DIGITS = 18;

  public static ValueType of(Kind kind) {
    return new ValueType(kind, null, 0, Set.of(), null);
  }

  public static ValueType code(CodeList list) {
    return new ValueType(Kind.CODE, list, 0, Set.of(), null);
  }

  public static ValueType amount(int scale) {
    if (scale < 1 || scale >= DIGITS) {
      throw new IllegalArgumentException("scale must be 1 to 17, was " + scale);
    }
    return new ValueType(Kind.AMOUNT, null, scale, Set.of(), null);
  }

  public static ValueType period(Set<Frequency> frequencies) {
    return new ValueType(Kind.PERIOD, null, 0, EnumSet.copyOf(frequencies), null);
  }

  public static ValueType component(RowType type) {
    return new ValueType(Kind.COMPONENT, null, 0, Set.of(), type);
  }

  /** Whether values are numbers, held as {@code long} at {@link #scale()}. */
  public boolean isNumber() {
    return kind == Kind.COUNT || kind == Kind.AMOUNT;
  }

  /**
   * Regular expression of the lexical form, good for XSD and Java alike; null where any text of at
   * least one character will do, for closed code lists (an enumeration) and for components.
   */
  public @Nullable String pattern() {
    return switch (kind) {
      case CODE -> list == null ? null : list.pattern();
      case COUNT -> "0|-?[1-9][0-9]{0,17}";
      case AMOUNT -> amountPattern();
      case PERIOD -> Frequency.pattern(frequencies);
      case DATE -> Frequency.D.pattern();
      case INSTANT -> Frequency.D.pattern() + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z";
      case IDENTIFIER -> "[A-Za-z0-9_][A-Za-z0-9._:\\-]{0,63}";
      case URN -> "urn:[a-z0-9][a-z0-9\\-]{0,30}[a-z0-9]:[!-~]+";
      case DIGEST -> "[0-9a-f]{64}";
      case VERSION -> "[1-9][0-9]{0,3}\\.(0|[1-9][0-9]{0,3})";
      case BOOLEAN -> "true|false";
      case TEXT, COMPONENT -> null;
    };
  }

  /** Zero has no sign, and the fraction always has all its digits. */
  private String amountPattern() {
    String whole = "[1-9][0-9]{0," + (DIGITS - scale - 1) + "}";
    StringBuilder smallNegative = new StringBuilder();
    for (int zeros = 0; zeros < scale; zeros++) {
      smallNegative
          .append(zeros == 0 ? "" : "|")
          .append("0".repeat(zeros))
          .append("[1-9]")
          .append("[0-9]".repeat(scale - 1 - zeros));
    }
    return "0\\.[0-9]{"
        + scale
        + "}|-?"
        + whole
        + "\\.[0-9]{"
        + scale
        + "}|-0\\.("
        + smallNegative
        + ")";
  }
}
