package org.midex.tabular.internal;

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

  private final Set<String> thousands;
  private final char decimal;
  private final Pattern pattern;

  /**
   * @param thousands marks that may stand between groups of three digits; a space stands for
   *     no-break and thin spaces too
   * @param decimal mark before the fraction
   */
  public Numbers(Set<String> thousands, char decimal) {
    this.thousands = Collections.unmodifiableSet(new LinkedHashSet<>(thousands));
    this.decimal = decimal;
    String marks =
        thousands.stream().map(m -> m.equals(" ") ? SPACES : m).collect(Collectors.joining());
    String grouped =
        marks.isEmpty()
            ? ""
            : "[0-9]{1,3}(?<mark>[%s])[0-9]{3}(?:\\k<mark>[0-9]{3})*|".formatted(escaped(marks));
    pattern =
        Pattern.compile(
            "(?<sign>[-\u2212]?)(?<whole>%s[0-9]+)(?:[%s](?<fraction>[0-9]+))?"
                .formatted(grouped, escaped(String.valueOf(decimal))));
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

  /**
   * A number in the standard's lexical form, or null when the text is none or has digits that the
   * scale has no place for.
   */
  public @Nullable String parse(String text, int scale) {
    if (scale == 0 && Lexical.isNumber(text, 0)) {
      return text;
    }
    Matcher matcher = text.length() > 64 ? null : pattern.matcher(text);
    if (matcher == null || !matcher.matches()) {
      return null;
    }
    String whole = matcher.group("whole").replaceAll("[^0-9]", "").replaceFirst("^0+(?=.)", "");
    String fraction = fraction(matcher.group("fraction"), scale);
    if (fraction == null) {
      return null;
    }
    String number = scale == 0 ? whole : whole + "." + fraction;
    boolean zero = number.chars().allMatch(c -> c == '0' || c == '.');
    String signed = matcher.group("sign").isEmpty() || zero ? number : "-" + number;
    return Lexical.isNumber(signed, scale) ? signed : null;
  }

  /** How the table writes a number that is in the standard's lexical form: the way back. */
  public String spelling(String number) {
    int point = number.indexOf('.');
    String whole = point < 0 ? number : number.substring(0, point);
    String fraction = point < 0 ? "" : decimal + number.substring(point + 1);
    String mark = thousands.isEmpty() ? "" : thousands.iterator().next();
    String grouped =
        mark.isEmpty() ? whole : whole.replaceAll(GROUPS, Matcher.quoteReplacement(mark));
    return grouped + fraction;
  }

  private static @Nullable String fraction(@Nullable String digits, int scale) {
    String given = digits == null ? "" : digits.replaceFirst("0+$", "");
    return given.length() > scale ? null : given + "0".repeat(scale - given.length());
  }
}
