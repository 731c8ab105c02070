package org.midex.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.midex.report.wording.Columns;
import org.midex.report.wording.Plain;

/**
 * Text laid out for a terminal of 80 columns. What it is given may come from anywhere and is made
 * harmless.
 */
final class Page {
  private static final int WIDTH = 80;

  private final PrintWriter out;

  Page(PrintWriter out) {
    this.out = out;
  }

  void line(String text) {
    out.println(Plain.text(text));
  }

  void blank() {
    out.println();
  }

  /** A paragraph; later lines are indented like the first. */
  void paragraph(String indent, String text) {
    Columns.wrap(Plain.text(text), WIDTH - indent.length()).forEach(l -> out.println(indent + l));
  }

  /**
   * Rows whose cells stand in columns; all columns but the last are as wide as their widest cell.
   */
  void table(String indent, List<List<String>> rows) {
    List<List<String>> plain =
        rows.stream().map(r -> r.stream().map(Plain::text).toList()).toList();
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    List<Integer> widths = new ArrayList<>();
    for (int c = 0; c < columns - 1; c++) {
      int column = c;
      widths.add(
          plain.stream()
              .filter(r -> column < r.size())
              .mapToInt(r -> Columns.of(r.get(column)))
              .max()
              .orElse(0));
    }
    for (List<String> row : plain) {
      StringBuilder line = new StringBuilder(indent);
      for (int c = 0; c < row.size(); c++) {
        line.append(row.get(c));
        if (c < columns - 1) {
          line.append(" ".repeat(widths.get(c) - Columns.of(row.get(c)) + 2));
        }
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
