package org.midex.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * "Did you mean": the known word nearest to one that is not known, by edit distance without regard
 * to case.
 */
public final class Nearest {
  private Nearest() {}

  /**
   * The nearest word, when it is near enough to be meant: at most a third of its letters differ.
   */
  public static Optional<String> of(String word, Collection<String> known) {
    String asked = word.toUpperCase(Locale.ROOT);
    return known.stream()
        .filter(k -> Math.abs(k.length() - asked.length()) <= 3)
        .map(k -> new Candidate(k, distance(asked, k.toUpperCase(Locale.ROOT))))
        .filter(c -> c.distance * 3 <= c.word.length())
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
        .map(Candidate::word);
  }

  private record Candidate(String word, int distance) {}

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
