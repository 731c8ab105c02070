package org.midex.model;

/**
 * Takes what readers and rules find. Counts first; asks an occurrence for values and places only
 * for the samples it keeps.
 */
public interface FindingSink {
  void report(Problem problem, Occurrence occurrence);

  /**
   * A problem that a waiver covers: it does not count for the verdict. Sinks that only tell of open
   * problems ignore it.
   */
  default void waived(Problem problem, Occurrence occurrence, Waiver waiver) {}

  /**
   * A rule could not be run on a row, because what it needs is missing or unknown.
   *
   * @param why key of the reason: {@code unknownCode}, {@code malformed}, {@code headerMissing},
   *     {@code newerVersion}, {@code otherUnreadable}, {@code limit}, {@code tooLarge}
   */
  void notRun(String rule, String why);

  /** A rule could not be run on some rows, as {@link #notRun(String, String)} for each. */
  default void notRun(String rule, String why, long rows) {
    for (long row = 0; row < rows; row++) {
      notRun(rule, why);
    }
  }

  /** How the message's figures compare with another side's. */
  default void beside(SideBySide comparison) {}

  /** A part of a newer minor version was met, so that the message cannot be judged in full. */
  void incomplete();

  /** A sink that ignores everything, for callers that only want well-formed rows. */
  static FindingSink ignoring() {
    return new FindingSink() {
      @Override
      public void report(Problem problem, Occurrence occurrence) {}

      @Override
      public void notRun(String rule, String why) {}

      @Override
      public void incomplete() {}
    };
  }
}
