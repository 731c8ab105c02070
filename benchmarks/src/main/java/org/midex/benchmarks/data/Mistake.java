package org.midex.benchmarks.data;

/** What an observation is made wrong by. */
enum Mistake {
  /** An area that is in no list. */
  UNKNOWN_CODE {
    @Override
    String make(String line) {
      return line.replaceFirst("CITIZENSHIP=\"[A-Z]+\"", "CITIZENSHIP=\"QQQ\"");
    }
  },
  /** Fewer than none. */
  NEGATIVE_FIGURE {
    @Override
    String make(String line) {
      return line.replaceFirst("OBS_VALUE=\"", "OBS_VALUE=\"-");
    }
  },
  /** A month that no year has. */
  MALFORMED_PERIOD {
    @Override
    String make(String line) {
      return line.replaceFirst("(TIME_PERIOD=\"[0-9]+)-[0-9]+\"", "$1-13\"");
    }
  };

  private static final Mistake[] ALL = values();

  /** The mistake in the observation at this place. */
  static Mistake of(int place) {
    return ALL[place % ALL.length];
  }

  abstract String make(String line);
}
