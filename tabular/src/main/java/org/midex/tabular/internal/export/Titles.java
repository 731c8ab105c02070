package org.midex.tabular.internal.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.tabular.internal.PatternSplit;

/**
 * Texts above the headings. What they say, such as the year, they say of all observations: the
 * first one decides.
 */
final class Titles {
  private final List<PatternSplit> patterns;
  private final int count;
  private final Obstacles obstacles;
  private final Map<Field, String> decided = new LinkedHashMap<>();
  private @Nullable List<List<Cell>> decidedRows;

  /**
   * @param rows above the headings
   */
  Titles(List<PatternSplit> patterns, int rows, Obstacles obstacles) {
    this.patterns = patterns;
    this.count = rows;
    this.obstacles = obstacles;
  }

  /**
   * The rows above the headings as an observation needs them; null when it needs others than the
   * first did, or there are no such texts, which has been reported.
   */
  @Nullable List<List<Cell>> rows(RowView row) {
    List<List<Cell>> all = decidedRows;
    return all == null ? firstRows(row) : agrees(row) ? all : null;
  }

  private @Nullable List<List<Cell>> firstRows(RowView row) {
    List<String> texts = new ArrayList<>();
    for (PatternSplit pattern : patterns) {
      Map<Field, String> wanted = new LinkedHashMap<>();
      pattern.fields().forEach(field -> wanted.put(field, said(row, field)));
      List<String> spellings = pattern.spellings(wanted);
      if (spellings.isEmpty()) {
        String text = String.join(", ", wanted.values());
        Map<String, String> details = Map.of("column", pattern.pattern().toString());
        obstacles.report("MDX-I21", pattern.fields().get(0).name(), text, details);
        return null;
      }
      texts.add(spellings.get(0));
    }
    return placed(texts);
  }

  private boolean agrees(RowView row) {
    boolean agrees = true;
    for (Map.Entry<Field, String> field : decided.entrySet()) {
      String text = said(row, field.getKey());
      if (!text.equals(field.getValue())) {
        Map<String, String> details = Map.of("constant", field.getValue());
        obstacles.report("MDX-I22", field.getKey().name(), text, details);
        agrees = false;
      }
    }
    return agrees;
  }

  private static String said(RowView row, Field field) {
    return Objects.requireNonNullElse(row.text(field.slot()), "");
  }

  /**
   * An observation was taken: what the titles say of it holds for all from now on.
   *
   * @param rows its rows above the headings
   */
  void decide(RowView row, List<List<Cell>> rows) {
    if (decidedRows == null) {
      decidedRows = rows;
      for (PatternSplit pattern : patterns) {
        pattern.fields().forEach(field -> decided.put(field, said(row, field)));
      }
    }
  }

  /** One title a row; those for which there is no row stand side by side. */
  private List<List<Cell>> placed(List<String> texts) {
    List<List<Cell>> placed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Cell> cells = new ArrayList<>();
      for (int title = i; title < texts.size(); title += count) {
        cells.add(Cell.of(texts.get(title)));
      }
      placed.add(cells.isEmpty() ? List.of(Cell.EMPTY) : cells);
    }
    return placed;
  }
}
