package org.midex.benchmarks.data;

/**
 * How a number of observations is laid out: areas × citizenships × months, with all sexes and ages
 * of each, as many in each area; what is left over are first applications.
 *
 * @param citizenships of each area
 * @param groups areas × citizenships × months that have their {@value #GROUP} observations
 * @param single observations besides, fewer than a group in each area has
 */
record Shape(int citizenships, long groups, int single) {
  /** Reporting areas. */
  static final int AREAS = 30;

  /** Observations of one area, citizenship and month: sexes × ages, totals among them. */
  static final int GROUP = Figures.SEXES.size() * Figures.AGES.size();

  private static final int USUAL_MONTHS = 24;
  private static final int MOST_CITIZENSHIPS = 190;

  static Shape of(long rows) {
    long groups = rows / GROUP / AREAS * AREAS;
    long citizenships = groups / ((long) AREAS * USUAL_MONTHS);
    return new Shape(
        (int) Math.max(1, Math.min(MOST_CITIZENSHIPS, citizenships)),
        groups,
        (int) (rows - groups * GROUP));
  }

  /** Months of one area and citizenship that have all sexes and ages. */
  int months(int area, int citizenship) {
    return share(groups, area, citizenship);
  }

  /** Months of one area and citizenship that have first applications, from the first month. */
  int singles(int area, int citizenship) {
    return share(single, area, citizenship);
  }

  /** One of each citizenship after the other, all areas first. */
  private int share(long number, int area, int citizenship) {
    long blocks = (long) AREAS * citizenships;
    long place = (long) citizenship * AREAS + area;
    return (int) (number / blocks + (place < number % blocks ? 1 : 0));
  }
}
