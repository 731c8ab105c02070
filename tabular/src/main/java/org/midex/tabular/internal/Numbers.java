package org.midex.tabular.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.midex.model.Lexical;

/**
 * How a table writes numbers. Marks count only where they are declared, and thousands marks only
 * between groups of three digits.
 */
public final class Numbers {
  /** Digits and a point: what a number stored as a number looks like. */
  public static final Numbers PLAIN = new Numbers(Set.of(), '.');

  /** No-break spaces look like spaces. */
  private static final String SPACES = " \u00A0\u202F\u2009";

  /** The places between groups of three digits, from the right. */
  private static final String GROUPS = "(?<=[0-9])(?=(?:[0-9]{3})+$)";

  /** Enough digits for any number that the standard can hold. */
  private static final MathContext DIVISION = new MathContext(40);

  private static final Pattern EXPONENT =
      Pattern.compile("(?<digits>.*[0-9])[eE](?<power>[+-]?[0-9]{1,2})");

  private final Set<String> thousands;
  private final char decimal;
  private final BigDecimal factor;
  private final boolean rounded;
  private final boolean scientific;
  private final Pattern pattern;

  /** Numbers that stand for themselves, see {@link #Numbers(Set, char, BigDecimal, boolean)}. */
  public Numbers(Set<String> thousands, char decimal) {
    this(thousands, decimal, BigDecimal.ONE, false);
  }

  /**
   * @param thousands marks that may stand between groups of three digits; a space stands for
   *     no-break and thin spaces too
   * @param decimal mark before the fraction
   * @param factor what the table's numbers are multiplied with to give the theme's unit
   * @param rounded whether digits that the theme's scale has no place for are rounded away, half to
   *     even; a number with such digits is otherwise none
   */
  public Numbers(Set<String> thousands, char decimal, BigDecimal factor, boolean rounded) {
    this(thousands, decimal, "", factor, rounded, false);
  }

  private Numbers(
      Set<String> thousands,
      char decimal,
      String otherDecimals,
      BigDecimal factor,
      boolean rounded,
      boolean scientific) {
    this.thousands = Collections.unmodifiableSet(new LinkedHashSet<>(thousands));
    this.decimal = decimal;
    this.factor = factor;
    this.rounded = rounded;
    this.scientific = scientific;
    String marks =
        thousands.stream().map(m -> m.equals(" ") ? SPACES : m).collect(Collectors.joining());
    String grouped =
        marks.isEmpty()
            ? ""
            : "[0-9]{1,3}(?<mark>[%s])[0-9]{3}(?:\\k<mark>[0-9]{3})*|".formatted(escaped(marks));
    pattern =
        Pattern.compile(
            "(?<sign>[-\u2212]?)(?<whole>%s[0-9]+)(?:[%s](?<fraction>[0-9]+))?"
                .formatted(grouped, escaped(decimal + otherDecimals)));
  }

  /** The same for numbers that are stored as numbers, so that they have no locale's marks. */
  public Numbers stored() {
    return new Numbers(Set.of(), '.', "", factor, rounded, scientific);
  }

  /** The same with powers of ten ({@code 1.5E6}), as programs write numbers for programs. */
  Numbers scientific() {
    return new Numbers(thousands, decimal, "", factor, rounded, true);
  }

  /** The same with decimal commas besides the mark declared. */
  Numbers withCommas() {
    return new Numbers(thousands, decimal, ",", factor, rounded, scientific);
  }

  private static String escaped(String characters) {
    return characters
        .codePoints()
        .mapToObj(c -> "\\x{%x}".formatted(c))
        .collect(Collectors.joining());
  }

  public Set<String> thousands() {
    return thousands;
  }

  public char decimal() {
    return decimal;
  }

  public BigDecimal factor() {
    return factor;
  }

  public boolean rounded() {
    return rounded;
  }

  /**
   * A number in the standard's lexical form, or null when the text is none or has digits that the
   * scale has no place for.
   */
  public @Nullable String parse(String text, int scale) {
    boolean asItStands = factor.compareTo(BigDecimal.ONE) == 0;
    if (asItStands && scale == 0 && Lexical.isNumber(text, 0)) {
      return text;
    }
    BigDecimal number = text.length() > 64 ? null : number(text);
    if (number == null) {
      return null;
    }
    BigDecimal product = asItStands ? number : number.multiply(factor);
    if (!rounded && product.stripTrailingZeros().scale() > scale) {
      return null;
    }
    BigDecimal scaled = product.setScale(scale, RoundingMode.HALF_EVEN);
    String written = scaled.signum() == 0 ? scaled.abs().toPlainString() : scaled.toPlainString();
    return Lexical.isNumber(written, scale) ? written : null;
  }

  /**
   * How the table writes a number: the way back. Where digits were rounded away, or the factor does
   * not divide the number, this is the nearest that can be written.
   *
   * @param number in the standard's lexical form
   */
  public String spelling(String number) {
    String plain =
        factor.compareTo(BigDecimal.ONE) == 0
            ? number
            : new BigDecimal(number).divide(factor, DIVISION).stripTrailingZeros().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String fraction = point < 0 ? "" : decimal + plain.substring(point + 1);
    String mark = thousands.isEmpty() ? "" : thousands.iterator().next();
    String grouped =
        mark.isEmpty() ? whole : whole.replaceAll(GROUPS, Matcher.quoteReplacement(mark));
    return grouped + fraction;
  }

  private @Nullable BigDecimal number(String text) {
    Matcher exponent = EXPONENT.matcher(text);
    if (scientific && exponent.matches()) {
      BigDecimal digits = digits(exponent.group("digits"));
      return digits == null
          ? null
          : digits.scaleByPowerOfTen(Integer.parseInt(exponent.group("power")));
    }
    return digits(text);
  }

  private @Nullable BigDecimal digits(String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    String whole = matcher.group("whole").replaceAll("[^0-9]", "");
    String fraction = matcher.group("fraction");
    BigDecimal number = new BigDecimal(fraction == null ? whole : whole + "." + fraction);
    return matcher.group("sign").isEmpty() ? number : number.negate();
  }
}
