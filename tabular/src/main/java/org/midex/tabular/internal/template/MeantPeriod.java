package org.midex.tabular.internal.template;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.midex.model.Lexical;
import org.midex.schema.Frequency;
import org.midex.schema.ValueType;
import org.midex.tabular.internal.Months;
import org.midex.tabular.internal.PeriodFormat;

/** What a text that is no period of the standard's forms was meant to be. */
final class MeantPeriod {
  private static final LocalDate FIRST_SERIAL = LocalDate.of(1899, 12, 30);

  /** Days since {@link #FIRST_SERIAL} that are years typed into a cell that shows dates. */
  private static final int FIRST_YEAR = 1_900;

  private static final int LAST_YEAR = 2_100;

  private static final List<String> FORMS =
      List.of(
          "yyyy-M-d",
          "yyyy/M/d",
          "yyyy-M",
          "yyyy/M",
          "yyyy.M",
          "M-yyyy",
          "M/yyyy",
          "M.yyyy",
          "yyyy'M'M",
          "yyyy-'M'M",
          "yyyy'Q'Q",
          "yyyy 'Q'Q",
          "yyyy-'q'Q",
          "'Q'Q yyyy",
          "'Q'Q-yyyy",
          "'Q'Q/yyyy",
          "yyyy-'T'Q",
          "'T'Q yyyy",
          "'T'Q-yyyy",
          "yyyy'S'S",
          "yyyy 'S'S",
          "'S'S yyyy",
          "'S'S-yyyy",
          "yyyy'H'S",
          "yyyy-'H'S",
          "yyyy'W'w",
          "yyyy-'W'w",
          "yyyy'.0'");

  private static final Months ENGLISH = new Months("en");

  private MeantPeriod() {}

  /** The one period that a text may stand for; empty when there is none or more than one. */
  static Optional<String> of(String text, Set<Frequency> frequencies) {
    String plain = Spelling.plain(text);
    String written =
        new PeriodFormat(FORMS, ValueType.period(frequencies), ENGLISH).translate(plain);
    if (written != null) {
      return Optional.of(written);
    }
    if (plain.matches("[0-9]{5}")) {
      return ofDay(FIRST_SERIAL.plusDays(Long.parseLong(plain)), frequencies);
    }
    Set<String> meant = new HashSet<>();
    for (DateText date : DateText.of(plain)) {
      if (date.year() > 0) {
        ofDay(date.year(), date.month(), date.day(), frequencies).ifPresent(meant::add);
      }
    }
    return meant.size() == 1 ? meant.stream().findFirst() : Optional.empty();
  }

  /** The period that became a day in a cell. */
  static Optional<String> ofDay(LocalDate day, Set<Frequency> frequencies) {
    return isYear(day)
        ? Optional.of(String.valueOf(serial(day))).filter(y -> fits(y, frequencies))
        : ofDay(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), frequencies);
  }

  /** The month that became a day in a cell. */
  static Optional<String> ofMonth(LocalDate day, Set<Frequency> frequencies) {
    return ofDay(day.getYear(), day.getMonthValue(), 0, frequencies);
  }

  /** Whether a day is a year's number in a cell that shows dates: 2024 is 1905-07-16. */
  static boolean isYear(LocalDate day) {
    return serial(day) >= FIRST_YEAR && serial(day) <= LAST_YEAR;
  }

  private static long serial(LocalDate day) {
    return day.toEpochDay() - FIRST_SERIAL.toEpochDay();
  }

  private static Optional<String> ofDay(int year, int month, int day, Set<Frequency> frequencies) {
    String ofMonth = "%04d-%02d".formatted(year, month);
    try {
      if (day > 0 && fits(LocalDate.of(year, month, day).toString(), frequencies)) {
        return Optional.of(LocalDate.of(year, month, day).toString());
      }
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    if (fits(ofMonth, frequencies)) {
      return Optional.of(ofMonth);
    }
    boolean firstDay = month == 1 && day <= 1;
    return Optional.of("%04d".formatted(year)).filter(y -> firstDay && fits(y, frequencies));
  }

  private static boolean fits(String period, Set<Frequency> frequencies) {
    return Lexical.matches(ValueType.period(frequencies), period);
  }
}
