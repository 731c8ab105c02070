package org.midex.tabular.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.midex.model.Lexical;
import org.midex.schema.ValueType;

/**
 * How a column writes periods: {@code yyyy}, with {@code MM} or {@code M} (month), {@code MMMM} or
 * {@code MMM} (its name, in full or abbreviated), {@code dd} or {@code d} (day), {@code Q}
 * (quarter), {@code S} (half-year), {@code ww} or {@code w} (week); other letters stand in single
 * quotes.
 */
public final class PeriodFormat implements Translation {
  static final Pattern PARTS =
      Pattern.compile("yyyy|MMMM|MMM|MM|M|dd|d|Q|S|ww|w|'[^']+'|[^A-Za-z']");

  private static final int REMEMBERED = 10_000;

  private final List<String> formats;
  private final List<Pattern> patterns;
  private final ValueType type;
  private final Months months;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  /**
   * @param formats tried in order
   * @param months names of months, for formats that write them
   * @throws IllegalArgumentException when a format cannot be understood; the message says why
   */
  public PeriodFormat(List<String> formats, ValueType type, Months months) {
    this.formats = List.copyOf(formats);
    this.patterns = formats.stream().map(PeriodFormat::compile).toList();
    this.type = type;
    this.months = months;
  }

  private static Pattern compile(String format) {
    StringBuilder regex = new StringBuilder();
    Matcher parts = PARTS.matcher(format);
    int end = 0;
    while (parts.find() && parts.start() == end) {
      regex.append(part(parts.group()));
      end = parts.end();
    }
    if (end < format.length() || !regex.toString().contains("(?<y>")) {
      throw new IllegalArgumentException(
          "'%s' is no period format; use yyyy with MM, MMMM, dd, Q, S or ww, other letters in quotes"
              .formatted(format));
    }
    try {
      return Pattern.compile(regex.toString());
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("'" + format + "' has a part twice", e);
    }
  }

  private static String part(String part) {
    return switch (part) {
      case "yyyy" -> "(?<y>[0-9]{4})";
      case "MMMM" -> "(?<m>(?<full>\\p{L}+))";
      case "MMM" -> "(?<m>(?<short>\\p{L}+\\.?))";
      case "MM" -> "(?<m>[0-9]{2})";
      case "M" -> "(?<m>[0-9]{1,2})";
      case "dd" -> "(?<d>[0-9]{2})";
      case "d" -> "(?<d>[0-9]{1,2})";
      case "Q" -> "(?<q>[1-4])";
      case "S" -> "(?<s>[12])";
      case "ww" -> "(?<w>[0-9]{2})";
      case "w" -> "(?<w>[0-9]{1,2})";
      default -> Pattern.quote(part.length() > 1 ? part.substring(1, part.length() - 1) : part);
    };
  }

  public List<String> formats() {
    return formats;
  }

  /** Names of the months that formats with {@code MMMM} or {@code MMM} write. */
  public Months months() {
    return months;
  }

  @Override
  public @Nullable String translate(String cell) {
    String period = known.get(cell);
    if (period == null && cell.length() <= 64) {
      period = parse(cell);
      if (period != null && known.size() < REMEMBERED) {
        known.put(cell, period);
      }
    }
    return period;
  }

  private @Nullable String parse(String cell) {
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(cell);
      if (matcher.matches()) {
        String period = period(matcher, pattern.pattern());
        return period != null && Lexical.matches(type, period) ? period : null;
      }
    }
    return null;
  }

  private @Nullable String period(Matcher parts, String regex) {
    String year = parts.group("y");
    if (regex.contains("(?<q>")) {
      return year + "-Q" + parts.group("q");
    }
    if (regex.contains("(?<s>")) {
      return year + "-S" + parts.group("s");
    }
    if (regex.contains("(?<w>")) {
      return year + "-W" + twoDigits(parts.group("w"));
    }
    if (!regex.contains("(?<m>")) {
      return year;
    }
    String number = month(parts.group("m"), regex);
    if (number == null) {
      return null;
    }
    String month = year + "-" + twoDigits(number);
    return regex.contains("(?<d>") ? day(month + "-" + twoDigits(parts.group("d"))) : month;
  }

  /** The day itself, if the calendar has it. */
  private static @Nullable String day(String day) {
    try {
      return LocalDate.parse(day).toString();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private @Nullable String month(String text, String regex) {
    Integer named =
        regex.contains("(?<full>")
            ? months.named(text)
            : regex.contains("(?<short>") ? months.abbreviated(text) : Integer.valueOf(text);
    return named == null ? null : named.toString();
  }

  private static String twoDigits(String digits) {
    return digits.length() < 2 ? "0" + digits : digits;
  }

  @Override
  public List<String> spellings(String period) {
    return formats.stream()
        .map(format -> PeriodSpelling.of(period, format, months))
        .flatMap(Optional::stream)
        .filter(spelling -> period.equals(translate(spelling)))
        .toList();
  }

  @Override
  public String rule() {
    return "MDX-I03";
  }
}
