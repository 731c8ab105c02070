package org.midex.tabular.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which cells of a sheet are merged. */
final class Merges {
  private static final Pattern RANGE =
      Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6}):([A-Z]{1,3})([1-9][0-9]{0,6})");

  private final List<Range> all = new ArrayList<>();
  private List<Range> current = List.of();

  /** A range; rows from 1, columns from 0. */
  private record Range(String text, long top, int left, long bottom, int right) {}

  /** Ranges as the workbook writes them, such as {@code A3:A7}; other texts say nothing. */
  Merges(List<String> ranges) {
    for (String range : ranges) {
      Matcher parts = RANGE.matcher(range);
      if (parts.matches()) {
        all.add(
            new Range(
                range,
                Long.parseLong(parts.group(2)),
                column(parts.group(1)),
                Long.parseLong(parts.group(4)),
                column(parts.group(3))));
      }
    }
  }

  private static int column(String letters) {
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = column * 26 + letters.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }

  /** The reader is at this row now. */
  void row(long line) {
    if (!all.isEmpty()) {
      current = all.stream().filter(r -> r.top <= line && line <= r.bottom).toList();
    }
  }

  /** The range in which the row's cell lost its own value to the first one; null when in none. */
  @Nullable String covering(long line, int cell) {
    for (Range range : current) {
      boolean first = range.top == line && range.left == cell;
      if (!first && range.left <= cell && cell <= range.right) {
        return range.text;
      }
    }
    return null;
  }
}
