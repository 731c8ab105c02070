package org.midex.schema;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How far a name is from another by a slip of the pen. Short words, digits and signs must be the
 * same, and so must every word's first letter: {@code legal} is not {@code illegal}.
 */
final class Misspelt {
  /** Not near: another name. */
  static final int FAR = Integer.MAX_VALUE;

  private static final Pattern SIGNS = Pattern.compile("[\\p{N}<>+=\u2264\u2265_]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");
  private static final int SHORTEST = 5;
  private static final int LONG = 11;
  private static final int MOST = 2;
  private static final int LONGEST = 100;

  private Misspelt() {}

  /** The words of a name in small letters without accents; none where it is no name. */
  static List<String> words(String text) {
    List<String> words = split(text);
    return words.stream().mapToInt(String::length).sum() < SHORTEST ? List.of() : words;
  }

  /** The same of names that are too short to be misspelt. */
  static List<String> split(String text) {
    return text.length() > LONGEST || SIGNS.matcher(text).find()
        ? List.of()
        : Arrays.stream(BETWEEN_WORDS.split(CodeSearch.fold(text)))
            .filter(word -> !word.isEmpty())
            .toList();
  }

  /** Letters to be changed, put in, left out or swapped with their neighbour. */
  static int distance(List<String> one, List<String> other) {
    if (one.isEmpty() || one.size() != other.size()) {
      return FAR;
    }
    int sum = 0;
    for (int i = 0; i < one.size(); i++) {
      int distance = distance(one.get(i), other.get(i));
      if (distance == FAR || sum + distance > MOST) {
        return FAR;
      }
      sum += distance;
    }
    return sum;
  }

  /** The least distance to words of a name that stand together. */
  static int distanceOfPart(List<String> one, List<String> name) {
    int least = FAR;
    for (int i = 0; !one.isEmpty() && i + one.size() <= name.size(); i++) {
      least = Math.min(least, distance(one, name.subList(i, i + one.size())));
    }
    return least;
  }

  private static int distance(String one, String other) {
    if (one.equals(other)) {
      return 0;
    }
    int shorter = Math.min(one.length(), other.length());
    int most = shorter < SHORTEST ? 0 : shorter < LONG ? 1 : MOST;
    if (most == 0
        || one.charAt(0) != other.charAt(0)
        || Math.abs(one.length() - other.length()) > most) {
      return FAR;
    }
    int distance = edits(one, other);
    return distance > most ? FAR : distance;
  }

  private static int edits(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        d[i][j] =
            Math.min(d[i - 1][j - 1] + (same ? 0 : 1), Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
