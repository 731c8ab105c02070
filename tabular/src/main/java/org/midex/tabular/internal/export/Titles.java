package org.midex.tabular.internal.export;

import java.util.ArrayList;
import java.util.HashMap;
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
  private final int rows;
  private final Obstacles obstacles;
  private final Map<Field, String> decided = new HashMap<>();
  private boolean isDecided;

  /**
   * @param rows above the headings
   */
  Titles(List<PatternSplit> patterns, int rows, Obstacles obstacles) {
    this.patterns = patterns;
    this.rows = rows;
    this.obstacles = obstacles;
    isDecided = patterns.isEmpty();
  }

  /**
   * The rows above the headings as an observation needs them; null when it needs others than the
   * first did, or there are no such texts, which has been reported.
   */
  @Nullable List<List<Cell>> rows(RowView row) {
    boolean agrees = true;
    List<String> texts = new ArrayList<>();
    for (PatternSplit pattern : patterns) {
      Map<Field, String> wanted = new LinkedHashMap<>();
      for (Field field : pattern.fields()) {
        String text = Objects.requireNonNullElse(row.text(field.slot()), "");
        String constant = decided.getOrDefault(field, text);
        wanted.put(field, text);
        if (isDecided && !constant.equals(text)) {
          obstacles.report("MDX-I22", field.name(), text, Map.of("constant", constant));
          agrees = false;
        }
      }
      List<String> spellings = pattern.spellings(wanted);
      if (spellings.isEmpty() && agrees) {
        String text = String.join(", ", wanted.values());
        Map<String, String> details = Map.of("column", pattern.pattern().toString());
        obstacles.report("MDX-I21", pattern.fields().get(0).name(), text, details);
        agrees = false;
      }
      texts.addAll(spellings.subList(0, Math.min(1, spellings.size())));
    }
    return agrees ? placed(texts) : null;
  }

  /** An observation was taken: what the titles say of it holds for all from now on. */
  void decide(RowView row) {
    if (!isDecided) {
      for (PatternSplit pattern : patterns) {
        for (Field field : pattern.fields()) {
          decided.put(field, Objects.requireNonNullElse(row.text(field.slot()), ""));
        }
      }
      isDecided = true;
    }
  }

  /** One title a row; those for which there is no row stand side by side. */
  private List<List<Cell>> placed(List<String> texts) {
    List<List<Cell>> placed = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      List<Cell> cells = new ArrayList<>();
      for (int title = i; title < texts.size(); title += rows) {
        cells.add(Cell.of(texts.get(title)));
      }
      placed.add(cells.isEmpty() ? List.of(Cell.EMPTY) : cells);
    }
    return placed;
  }
}
