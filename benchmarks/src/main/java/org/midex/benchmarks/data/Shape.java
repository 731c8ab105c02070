package org.midex.benchmarks.data;

/**
 * How a number of observations is laid out: areas × citizenships × months, with all sexes and ages
 * of each; what is left over are first applications, each once.
 *
 * @param citizenships of each area
 * @param groups areas × citizenships × months that have their {@value #GROUP} observations
 * @param single observations besides, fewer than a group has
 */
record Shape(int citizenships, long groups, int single) {
  /** Reporting areas. */
  static final int AREAS = 30;

  /** Observations of one area, citizenship and month: sexes × ages, totals among them. */
  static final int GROUP = Figures.SEXES.size() * Figures.AGES.size();

  private static final int USUAL_MONTHS = 24;
  private static final int MOST_CITIZENSHIPS = 190;

  static Shape of(long rows) {
    long groups = rows / GROUP;
    long citizenships = groups / ((long) AREAS * USUAL_MONTHS);
    return new Shape(
        (int) Math.max(1, Math.min(MOST_CITIZENSHIPS, citizenships)), groups, (int) (rows % GROUP));
  }

  /** Months of one area and citizenship; the last month is spread over all areas. */
  int months(int area, int citizenship) {
    long blocks = (long) AREAS * citizenships;
    long place = (long) citizenship * AREAS + area;
    return (int) (groups / blocks + (place < groups % blocks ? 1 : 0));
  }

  /** Whether one area and citizenship has an observation of first applications. */
  boolean hasSingle(int area, int citizenship) {
    return (long) citizenship * AREAS + area < single;
  }
}
