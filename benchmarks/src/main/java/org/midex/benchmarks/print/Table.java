package org.midex.benchmarks.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Cells in columns, the first on the left and the others on the right. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... heads) {
    row(heads);
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** Columns made by spaces. */
  void printText(Appendable out) throws IOException {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = row.get(i);
        String space = " ".repeat(widths[i] - cell.length());
        line.append(i == 0 ? cell + space : space + cell).append("  ");
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
  }

  void printMarkdown(Appendable out) throws IOException {
    for (int i = 0; i < rows.size(); i++) {
      out.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
      if (i == 0) {
        out.append("|---").append("|---:".repeat(rows.get(0).size() - 1)).append("|\n");
      }
    }
  }
}
