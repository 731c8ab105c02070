package org.midex.model;

import org.midex.schema.Frequency;

/** The lexical form of periods, in ASCII. */
final class PeriodText {
  private PeriodText() {}

  /**
   * Writes a period.
   *
   * @param at where its first byte goes
   * @return offset behind its last byte
   */
  static int write(TimePeriod period, byte[] target, int at) {
    int part = period.part();
    int end = twoDigits(period.year() % 100, target, twoDigits(period.year() / 100, target, at));
    if (period.frequency() == Frequency.A) {
      return end;
    }
    target[end++] = '-';
    return switch (period.frequency()) {
      case S, Q -> {
        target[end++] = (byte) period.frequency().name().charAt(0);
        target[end++] = (byte) ('0' + part);
        yield end;
      }
      case W -> {
        target[end++] = 'W';
        yield twoDigits(part, target, end);
      }
      case D -> {
        end = twoDigits(part / 100, target, end);
        target[end++] = '-';
        yield twoDigits(part % 100, target, end);
      }
      default -> twoDigits(part, target, end);
    };
  }

  private static int twoDigits(int number, byte[] target, int at) {
    target[at] = (byte) ('0' + number / 10);
    target[at + 1] = (byte) ('0' + number % 10);
    return at + 2;
  }
}
