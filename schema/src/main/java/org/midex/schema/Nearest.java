package org.midex.schema;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * "Did you mean": the known word nearest to one that is not known, by edit distance without regard
 * to case.
 */
public final class Nearest {
  /** Among thousands every name is near to another. */
  private static final int MANY = 4_000;

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

  /**
   * The known cell that one of the data means: the same in other case or with other separators,
   * else the same name misspelt. More than that is not guessed, since in data another letter or
   * digit is another code.
   *
   * @param meaning of a known cell; where those that are equally near differ in it, there is none
   */
  public static Optional<String> spelling(
      String cell, Collection<String> known, Function<String, ?> meaning) {
    String text = Lookalikes.latin(cell);
    List<String> words = Misspelt.words(text);
    return alone(known.stream().filter(text::equalsIgnoreCase).toList(), meaning)
        .or(() -> alone(known.stream().filter(k -> Spelling.same(text, k)).toList(), meaning))
        .or(() -> known.size() > MANY ? Optional.empty() : misspelt(words, known, meaning));
  }

  private static Optional<String> misspelt(
      List<String> words, Collection<String> known, Function<String, ?> meaning) {
    Map<Integer, List<String>> byDistance =
        known.stream().collect(groupingBy(k -> Misspelt.distance(words, Misspelt.words(k))));
    byDistance.remove(Misspelt.FAR);
    return byDistance.isEmpty()
        ? Optional.empty()
        : alone(byDistance.getOrDefault(Collections.min(byDistance.keySet()), List.of()), meaning);
  }

  private static Optional<String> alone(List<String> found, Function<String, ?> meaning) {
    return found.stream().map(meaning).distinct().count() == 1
        ? Optional.of(found.get(0))
        : Optional.empty();
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
