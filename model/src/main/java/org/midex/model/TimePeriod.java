package org.midex.model;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Frequency;

/**
 * A period of time, as {@link Frequency} writes it.
 *
 * @param frequency length of the period
 * @param year 0 to 9999; the ISO week year for weeks
 * @param part half-year, quarter, month or week from 1; for days month × 100 + day; 0 for years
 */
@SuppressWarnings("EnumOrdinal") // packed numbers live in memory only
public record TimePeriod(Frequency frequency, int year, int part) {
  /** Bytes of the longest lexical form, a day's. */
  public static final int LONGEST = 10;

  private static final int PART_BITS = 11;
  private static final int YEAR_BITS = 14;
  private static final Frequency[] FREQUENCIES = Frequency.values();

  /**
   * Parses a period.
   *
   * @throws IllegalArgumentException when the text has no period's form
   */
  public static TimePeriod parse(String text) {
    long packed = pack(text, Set.of(Frequency.values()));
    if (packed < 0) {
      throw new IllegalArgumentException("no period: '" + text + "'");
    }
    return of(packed);
  }

  /**
   * A period as one number that is never negative; −1 when the text is no period of these
   * frequencies.
   */
  static long pack(String text, Set<Frequency> frequencies) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return pack(bytes, 0, bytes.length, frequencies);
  }

  /**
   * As {@link #pack(String, Set)}, of bytes.
   *
   * @param at offset of its first byte
   * @param to offset behind its last byte
   */
  static long pack(byte[] bytes, int at, int to, Set<Frequency> frequencies) {
    Frequency frequency = frequency(bytes, at, to - at);
    if (frequency == null || !frequencies.contains(frequency)) {
      return -1;
    }
    int year = digits(bytes, at, at + 4);
    int part =
        switch (frequency) {
          case A -> 0;
          case S, Q -> digits(bytes, at + 6, to);
          case M -> digits(bytes, at + 5, to);
          case W -> digits(bytes, at + 6, to);
          case D ->
              bytes[at + 7] == '-'
                  ? day(digits(bytes, at + 5, at + 7), digits(bytes, at + 8, to))
                  : -1;
        };
    boolean inRange =
        switch (frequency) {
          case A -> true;
          case S -> part >= 1 && part <= 2;
          case Q -> part >= 1 && part <= 4;
          case M -> part >= 1 && part <= 12;
          case W -> part >= 1 && part <= 53;
          case D -> part > 0;
        };
    return inRange && year >= 0 ? packed(frequency, year, part) : -1;
  }

  private static int day(int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? month * 100 + day : -1;
  }

  private static @Nullable Frequency frequency(byte[] bytes, int at, int length) {
    if (length == 4) {
      return Frequency.A;
    }
    if (length < 7 || bytes[at + 4] != '-') {
      return null;
    }
    return switch (bytes[at + 5]) {
      case 'S' -> length == 7 ? Frequency.S : null;
      case 'Q' -> length == 7 ? Frequency.Q : null;
      case 'W' -> length == 8 ? Frequency.W : null;
      default -> length == 7 ? Frequency.M : length == 10 ? Frequency.D : null;
    };
  }

  private static int digits(byte[] bytes, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** The period as one number; periods of one frequency sort by it. */
  public long packed() {
    return packed(frequency, year, part);
  }

  private static long packed(Frequency frequency, int year, int part) {
    return ((long) frequency.ordinal() << (YEAR_BITS + PART_BITS))
        | ((long) year << PART_BITS)
        | part;
  }

  public static TimePeriod of(long packed) {
    return new TimePeriod(
        FREQUENCIES[(int) (packed >> (YEAR_BITS + PART_BITS))],
        (int) (packed >> PART_BITS) & ((1 << YEAR_BITS) - 1),
        (int) packed & ((1 << PART_BITS) - 1));
  }

  /**
   * Whether the calendar has this period: there is no 30 February, and few years have a week 53.
   */
  public boolean exists() {
    try {
      return !end().isBefore(start());
    } catch (DateTimeException e) {
      return false;
    }
  }

  /**
   * The period of the same length just before this one.
   *
   * @throws DateTimeException when the calendar has no such period
   */
  public TimePeriod previous() {
    return around(start().minusDays(1));
  }

  /**
   * The period of the same length just after this one.
   *
   * @throws DateTimeException when the calendar has no such period
   */
  public TimePeriod next() {
    return around(end().plusDays(1));
  }

  private TimePeriod around(LocalDate day) {
    int month = day.getMonthValue();
    return switch (frequency) {
      case A -> new TimePeriod(frequency, day.getYear(), 0);
      case S -> new TimePeriod(frequency, day.getYear(), (month + 5) / 6);
      case Q -> new TimePeriod(frequency, day.getYear(), (month + 2) / 3);
      case M -> new TimePeriod(frequency, day.getYear(), month);
      case W ->
          new TimePeriod(
              frequency,
              day.get(IsoFields.WEEK_BASED_YEAR),
              day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case D -> new TimePeriod(frequency, day.getYear(), month * 100 + day.getDayOfMonth());
    };
  }

  /**
   * First day.
   *
   * @throws DateTimeException when the calendar has no such period
   */
  public LocalDate start() {
    return switch (frequency) {
      case A -> LocalDate.of(year, 1, 1);
      case S -> LocalDate.of(year, part * 6 - 5, 1);
      case Q -> LocalDate.of(year, part * 3 - 2, 1);
      case M -> LocalDate.of(year, part, 1);
      case D -> LocalDate.of(year, part / 100, part % 100);
      case W -> week();
    };
  }

  private LocalDate week() {
    LocalDate inFirstWeek = LocalDate.of(year, 1, 4);
    if (part > inFirstWeek.range(IsoFields.WEEK_OF_WEEK_BASED_YEAR).getMaximum()) {
      throw new DateTimeException("no week " + part + " in " + year);
    }
    return inFirstWeek.with(DayOfWeek.MONDAY).plusWeeks(part - 1L);
  }

  /**
   * Last day.
   *
   * @throws DateTimeException when the calendar has no such period
   */
  public LocalDate end() {
    LocalDate start = start();
    return switch (frequency) {
      case A -> start.plusYears(1).minusDays(1);
      case S -> start.plusMonths(6).minusDays(1);
      case Q -> start.plusMonths(3).minusDays(1);
      case M -> start.plusMonths(1).minusDays(1);
      case W -> start.plus(6, ChronoUnit.DAYS);
      case D -> start;
    };
  }

  /** The lexical form. */
  @Override
  public String toString() {
    byte[] ascii = new byte[LONGEST];
    return new String(ascii, 0, write(ascii, 0), StandardCharsets.ISO_8859_1);
  }

  /**
   * Writes the lexical form in ASCII, at most {@link #LONGEST} bytes.
   *
   * @param at where its first byte goes
   * @return offset behind its last byte
   */
  public int write(byte[] target, int at) {
    return PeriodText.write(this, target, at);
  }
}
