package org.midex.benchmarks.fuzz;

import java.nio.file.Path;

/**
 * What was asked for.
 *
 * @param seconds after which no further document is made
 * @param documents at most
 * @param first number of the first document, to repeat one that was told of
 * @param keep folder for a document that does not hold
 */
record FuzzOptions(long seconds, long documents, long seed, long first, Path keep) {
  static final String USAGE =
      "usage: benchmarks/fuzz [--seconds N | --documents N] [--seed S] [--first N] [--keep DIR]";

  private static final long SECONDS = 60;

  /**
   * Reads the arguments.
   *
   * @param anySeed the seed when none is asked for
   * @throws IllegalArgumentException when they are not as {@link #USAGE} says
   */
  static FuzzOptions parse(long anySeed, String... arguments) {
    long seconds = 0;
    long documents = 0;
    long seed = anySeed;
    long first = 1;
    Path keep = Path.of(".");
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException("without a value, or unknown: " + arguments[i]);
      }
      String value = arguments[i + 1];
      switch (arguments[i]) {
        case "--seconds" -> seconds = positive(value);
        case "--documents" -> documents = positive(value);
        case "--seed" -> seed = Long.parseLong(value);
        case "--first" -> first = positive(value);
        case "--keep" -> keep = Path.of(value);
        default -> throw new IllegalArgumentException("unknown: " + arguments[i]);
      }
    }
    if (seconds > 0 && documents > 0) {
      throw new IllegalArgumentException("--seconds or --documents, not both");
    }
    return new FuzzOptions(
        documents > 0 ? Long.MAX_VALUE : seconds > 0 ? seconds : SECONDS,
        documents > 0 ? documents : Long.MAX_VALUE,
        seed,
        first,
        keep);
  }

  private static long positive(String text) {
    long number = Long.parseLong(text);
    if (number <= 0) {
      throw new IllegalArgumentException("expected a number above 0, not " + text);
    }
    return number;
  }
}
