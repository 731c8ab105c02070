package org.midex.benchmarks.data;

import java.util.List;

/**
 * Numbers of applicants: made up, the same for the same place in the data, never so few that they
 * could not be published, without jumps from month to month. Totals are sums.
 */
final class Figures {
  static final String TOTAL = "_T";

  /** In the order of the bytes, as the rows are. */
  static final List<String> SEXES = List.of("F", "M", TOTAL);

  /** The first five fill the last. */
  static final List<String> AGES = List.of("Y14T17", "Y18T34", "Y35T64", "Y_GE65", "Y_LT14", TOTAL);

  private static final long LEAST = 40;

  /** Each twice the one before, all equally frequent: small countries and large ones. */
  private static final int SIZES = 8;

  /** One figure in so many is an estimate. */
  private static final int ESTIMATES = 50;

  private static final int MONTHS = 4_096;

  private Figures() {}

  /** The figure of one observation; sex and age are places in the lists above. */
  static long figure(int area, int citizenship, int sex, int age, int month) {
    if (TOTAL.equals(SEXES.get(sex))) {
      return figure(area, citizenship, 0, age, month) + figure(area, citizenship, 1, age, month);
    }
    if (TOTAL.equals(AGES.get(age))) {
      long sum = 0;
      for (int part = 0; part < AGES.size() - 1; part++) {
        sum += cell(area, citizenship, sex, part, month);
      }
      return sum;
    }
    return cell(area, citizenship, sex, age, month);
  }

  /** Whether a figure is marked as an estimate. */
  static boolean isEstimate(int area, int citizenship, int sex, int age, int month) {
    long place = place(area, citizenship, sex, age) * MONTHS + month;
    return Math.floorMod(mixed(~place), ESTIMATES) == 0;
  }

  private static long cell(int area, int citizenship, int sex, int age, int month) {
    long place = place(area, citizenship, sex, age);
    long random = mixed(place);
    long usual = (LEAST + Math.floorMod(random, LEAST)) << (random >>> 32) % SIZES;
    return usual + Math.floorMod(mixed(place * MONTHS + month), usual / 8);
  }

  private static long place(int area, int citizenship, int sex, int age) {
    return ((area * 1_000L + citizenship) * 8 + sex) * 8 + age;
  }

  /** The finaliser of SplitMix64. */
  private static long mixed(long seed) {
    long z = seed + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
