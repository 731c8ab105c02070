package org.midex.schema.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Markdown page in the making (GitHub's dialect). Texts are taken as plain and escaped; what is
 * marked up already comes from here.
 */
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  /**
   * @param depth 1 for the page's title
   */
  Markdown heading(int depth, String heading) {
    return block("#".repeat(depth) + " " + heading);
  }

  /** A paragraph, a list item or anything else that stands between empty lines. */
  Markdown block(String markedUp) {
    if (text.length() > 0) {
      text.append('\n');
    }
    text.append(markedUp).append('\n');
    return this;
  }

  Markdown items(List<String> markedUp) {
    return markedUp.isEmpty()
        ? this
        : block(markedUp.stream().map(i -> "- " + i).collect(Collectors.joining("\n")));
  }

  Markdown code(String language, String lines) {
    return block("```" + language + "\n" + lines + "\n```");
  }

  /** A table; nothing when there are no rows. Columns that are empty in every row are left out. */
  Markdown table(List<String> headings, List<List<String>> rows) {
    List<Integer> filled = new ArrayList<>();
    for (int c = 0; c < headings.size(); c++) {
      int column = c;
      if (rows.stream().anyMatch(r -> !r.get(column).isEmpty())) {
        filled.add(c);
      }
    }
    if (filled.isEmpty()) {
      return this;
    }
    StringBuilder table =
        new StringBuilder(line(headings, filled))
            .append('\n')
            .append("|---".repeat(filled.size()))
            .append('|');
    rows.forEach(r -> table.append('\n').append(line(r, filled)));
    return block(table.toString());
  }

  private static String line(List<String> cells, List<Integer> columns) {
    return columns.stream()
        .map(c -> cells.get(c).replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** Plain text, escaped and on one line. */
  static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>])", "\\\\$1");
  }

  /** A code, a name of a field or a pattern, in the type of code. */
  static String literal(String code) {
    return "`" + code + "`";
  }

  static String link(String markedUp, String target) {
    return "[" + markedUp + "](" + target + ")";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
