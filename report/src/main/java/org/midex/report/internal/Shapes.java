package org.midex.report.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.midex.model.Result;

/**
 * Which values look alike: digits count as one digit, Latin letters as one letter. Among fifty
 * figures with a comma the one with a point is what nobody must overlook.
 */
final class Shapes {
  private static final int LONGEST = 40;

  private Shapes() {}

  static String of(String text) {
    StringBuilder shape = new StringBuilder();
    char before = 0;
    for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
      char c = text.charAt(i);
      char kind =
          c >= '0' && c <= '9' ? '9' : c >= 'A' && c <= 'Z' ? 'A' : c >= 'a' && c <= 'z' ? 'a' : c;
      if (kind != before || (kind != '9' && kind != 'A' && kind != 'a')) {
        shape.append(kind);
      }
      before = kind;
    }
    return shape.toString();
  }

  /**
   * Some of the values, in their order: the first ones, but the first of every shape before all.
   */
  static List<Result.ValueCount> some(List<Result.ValueCount> values, int limit) {
    if (values.size() <= limit) {
      return values;
    }
    Set<String> shapes = new HashSet<>();
    Set<Integer> chosen = new HashSet<>();
    for (int i = 0; i < values.size() && chosen.size() < limit; i++) {
      if (shapes.add(of(values.get(i).value()))) {
        chosen.add(i);
      }
    }
    for (int i = 0; i < values.size() && chosen.size() < limit; i++) {
      chosen.add(i);
    }
    List<Result.ValueCount> some = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (chosen.contains(i)) {
        some.add(values.get(i));
      }
    }
    return some;
  }
}
