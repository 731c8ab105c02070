package org.midex.tabular.internal;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.midex.model.TimePeriod;

/** Writes a period in one of the formats that {@link PeriodFormat} reads. */
final class PeriodSpelling {
  private PeriodSpelling() {}

  /**
   * A period's text in a format; empty when the format is for periods of another length.
   *
   * @param period in the standard's lexical form
   * @param months names of months
   */
  static Optional<String> of(String period, String format, Months months) {
    TimePeriod parsed;
    try {
      parsed = TimePeriod.parse(period);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    Set<String> parts = new TreeSet<>();
    Matcher matcher = PeriodFormat.PARTS.matcher(format);
    while (matcher.find()) {
      String part = matcher.group();
      String figure = figure(part, parsed, months);
      if (figure == null) {
        text.append(part.length() > 1 ? part.substring(1, part.length() - 1) : part);
      } else {
        text.append(figure);
        parts.add(part.substring(0, 1));
      }
    }
    return parts.equals(needed(parsed)) ? Optional.of(text.toString()) : Optional.empty();
  }

  /** A part's figure, or null when it stands for itself. */
  private static @Nullable String figure(String part, TimePeriod period, Months months) {
    boolean day = period.part() > 100;
    int month = day ? period.part() / 100 : period.part();
    return switch (part) {
      case "yyyy" -> "%04d".formatted(period.year());
      case "MMMM" -> months.name(month);
      case "MMM" -> months.abbreviation(month);
      case "MM" -> "%02d".formatted(month);
      case "M" -> Integer.toString(month);
      case "dd" -> "%02d".formatted(period.part() % 100);
      case "d" -> Integer.toString(period.part() % 100);
      case "Q", "S", "w" -> Integer.toString(period.part());
      case "ww" -> "%02d".formatted(period.part());
      default -> null;
    };
  }

  /** First letters of the parts that say a period of this length in full. */
  private static Set<String> needed(TimePeriod period) {
    return switch (period.frequency()) {
      case A -> Set.of("y");
      case S -> Set.of("y", "S");
      case Q -> Set.of("y", "Q");
      case M -> Set.of("y", "M");
      case W -> Set.of("y", "w");
      case D -> Set.of("y", "M", "d");
    };
  }
}
