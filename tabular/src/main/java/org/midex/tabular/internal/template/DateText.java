package org.midex.tabular.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.midex.tabular.internal.Months;

/**
 * A date as a spreadsheet shows it, or a part of one.
 *
 * @param year of four digits, 0 when it is not shown
 * @param month from 1
 * @param day from 1, 0 when it is not shown
 */
record DateText(int year, int month, int day) {
  private static final int LONGEST = 40;

  /** Languages that most of the offices write in. */
  private static final List<Months> MONTHS =
      Stream.of("en", "fr", "es", "de", "pt", "it", "nl", "ru", "ar", "tr", "uk", "pl")
          .map(Months::new)
          .toList();

  private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern DIGITS =
      Pattern.compile("([0-9]{1,2})([./-])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})");
  private static final Pattern NAME_SECOND =
      Pattern.compile("([0-9]{1,2})[-. ]+(\\p{L}+\\.?)(?:[-. ]+([0-9]{4}|[0-9]{2}))?");
  private static final Pattern NAME_FIRST =
      Pattern.compile("(\\p{L}+\\.?)[-. ]+([0-9]{1,2}|[0-9]{4})");

  /**
   * Every date that a text may stand for: day before month and the other way round, a number beside
   * a month's name as day and as year. Empty when the text is no date.
   */
  static List<DateText> of(String text) {
    List<DateText> found = new ArrayList<>();
    if (text.length() <= LONGEST) {
      String plain = Spelling.clean(text);
      Matcher iso = ISO.matcher(plain);
      Matcher digits = DIGITS.matcher(plain);
      Matcher second = NAME_SECOND.matcher(plain);
      Matcher first = NAME_FIRST.matcher(plain);
      if (iso.matches()) {
        add(found, number(iso, 1), number(iso, 2), number(iso, 3));
      } else if (digits.matches()) {
        add(found, year(number(digits, 4)), number(digits, 3), number(digits, 1));
        add(found, year(number(digits, 4)), number(digits, 1), number(digits, 3));
      } else if (second.matches()) {
        int year = second.group(3) == null ? 0 : year(number(second, 3));
        add(found, year, month(second.group(2)), number(second, 1));
      } else if (first.matches()) {
        int number = number(first, 2);
        add(found, year(number), month(first.group(1)), 0);
        add(found, 0, month(first.group(1)), number);
      }
    }
    return found.stream().distinct().toList();
  }

  private static void add(List<DateText> found, int year, int month, int day) {
    if (month >= 1 && month <= 12 && day >= 0 && day <= 31) {
      found.add(new DateText(year, month, day));
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /** Spreadsheets take two digits from 30 on for the last century. */
  private static int year(int number) {
    return number >= 100 ? number : number + (number < 30 ? 2000 : 1900);
  }

  private static int month(String name) {
    return MONTHS.stream()
        .map(language -> language.abbreviated(name))
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElse(0);
  }
}
