package org.midex.validation.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.midex.model.Lexical;
import org.midex.model.MessageHead;
import org.midex.schema.ValueType;

/**
 * How the header says figures were rounded, and how far sums may therefore be off. Methods: the
 * list CL_ROUNDING.
 *
 * @param method a code of CL_ROUNDING, or what the header says instead
 * @param base the number to whose multiples figures are rounded, at the figures' scale; zero when
 *     the header does not say
 * @param scale digits after the point
 */
public record Rounding(String method, long base, int scale) {
  private static final String NONE = "NONE";
  private static final String NEAREST = "NEAREST";
  private static final String RANDOM = "RANDOM";
  private static final String CONTROLLED = "CONTROLLED";
  private static final String SMALL_CELL = "SMALL_CELL";

  public static Rounding of(MessageHead head, int scale) {
    String method = head.header().first("Rounding", "Method").orElse(NONE);
    long base =
        head.header()
            .first("Rounding", "Base")
            .filter(t -> Lexical.matches(ValueType.of(ValueType.Kind.COUNT), t))
            .map(Lexical::number)
            .orElse(0L);
    BigInteger atScale = BigInteger.valueOf(Math.max(base, 0)).multiply(BigInteger.TEN.pow(scale));
    return new Rounding(method, atScale.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue(), scale);
  }

  /** Whether figures were altered at all. */
  public boolean declared() {
    return !method.equals(NONE);
  }

  boolean toNearest() {
    return method.equals(NEAREST) && base > 0;
  }

  /** Whether the header says enough to know how far sums may be off. */
  public boolean known() {
    return switch (method) {
      case NONE, CONTROLLED -> true;
      case NEAREST, RANDOM, SMALL_CELL -> base > 0;
      default -> false;
    };
  }

  /** Whether the method says nothing without a base. */
  boolean needsBase() {
    return method.equals(NEAREST) || method.equals(RANDOM) || method.equals(SMALL_CELL);
  }

  /** Whether the base is missing or rounds nothing. */
  boolean baseIsUseless() {
    return base < 2;
  }

  /** Whether figures were altered, but nobody can tell which and how far. */
  boolean reachUnknown() {
    return declared() && (!known() || baseIsUseless());
  }

  /**
   * The smallest figure that may be published where that is {@code usual}: a method that replaces
   * small figures leaves none below its base.
   */
  long smallest(long usual) {
    return method.equals(SMALL_CELL) ? Math.max(usual, base) : usual;
  }

  /**
   * Whether a figure above zero may be what the method made of another one; the base must be known.
   */
  boolean mayHaveMade(long value) {
    return declared() && (method.equals(SMALL_CELL) ? value == base : isMultiple(value));
  }

  /** How far a figure may be from what was counted, either way; the base must be known. */
  long reach(long value) {
    return switch (method) {
      case NEAREST -> base / 2;
      case RANDOM -> base - 1;
      case SMALL_CELL -> isSmall(value) ? base - 1 : 0;
      default -> scale == 0 ? 0 : 1;
    };
  }

  /** How many more values than one a figure stands for that is not particularly small. */
  long width() {
    return method.equals(SMALL_CELL) ? 0 : 2 * reach(0);
  }

  /** Whether {@code SMALL_CELL} may have altered the figure. */
  public boolean isSmall(long value) {
    return Math.abs(value) <= base;
  }

  boolean isMultiple(long value) {
    return value % base == 0;
  }

  /**
   * How far a total and the sum of its parts may be apart. Amounts and rates are cut to the theme's
   * scale, so that each may be off by half of its last digit whatever the header says.
   *
   * @param cells the parts and the total
   * @param small those of them that {@link #isSmall}
   */
  public BigInteger tolerance(int cells, int small) {
    BigInteger lastDigits = BigInteger.valueOf(scale == 0 ? 0 : (cells + 1) / 2);
    return declared(cells, small).max(lastDigits);
  }

  private BigInteger declared(int cells, int small) {
    return switch (method) {
      case NEAREST -> BigInteger.valueOf(base).multiply(BigInteger.valueOf(cells)).shiftRight(1);
      case RANDOM -> oneLess().multiply(BigInteger.valueOf(cells));
      case SMALL_CELL -> oneLess().multiply(BigInteger.valueOf(small));
      default -> BigInteger.ZERO;
    };
  }

  private BigInteger oneLess() {
    return BigInteger.valueOf(Math.max(base - 1, 0));
  }

  String baseText() {
    return text(BigInteger.valueOf(base));
  }

  /** A number at the figures' scale. */
  public String text(BigInteger number) {
    return new BigDecimal(number, scale).toPlainString();
  }
}
