package org.midex.tabular.internal.export;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.tabular.internal.FieldColumn;
import org.midex.tabular.internal.SplitColumn;
import org.midex.tabular.internal.Translation;

/** Finds the cells of a column, or of several together, for a field's text. */
final class Spellings {
  private static final int REMEMBERED = 10_000;
  private static final int SHORT = 64;

  private final RowSink sink;
  private final Obstacles obstacles;
  private final Map<FieldColumn, Map<String, List<String>>> known = new HashMap<>();

  Spellings(RowSink sink, Obstacles obstacles) {
    this.sink = sink;
    this.obstacles = obstacles;
  }

  /**
   * The cells, one for each heading of the column; empty when there are none, which has been
   * reported.
   *
   * @param text the field's text, or null when it is absent
   */
  List<String> of(FieldColumn column, @Nullable String text) {
    if (text == null) {
      return absent(column.absent(), column.field(), column.headings());
    }
    Map<String, List<String>> texts = known.computeIfAbsent(column, c -> new HashMap<>());
    List<String> cells = texts.get(text);
    if (cells == null) {
      cells = find(column, text);
      if (!cells.isEmpty() && text.length() <= SHORT && texts.size() < REMEMBERED) {
        texts.put(text, cells);
      }
    }
    return cells;
  }

  private List<String> find(FieldColumn column, String text) {
    Translation translation = column.translation();
    String cell =
        first(
            translation.spellings(text), column.absent(), column.field(), text, column.headings());
    if (cell == null) {
      return List.of();
    }
    List<String> cells = List.of(cell.split(FieldColumn.SEPARATOR, -1));
    if (translation.isAmbiguous(text)) {
      Map<String, String> details = Map.of("spelling", String.join(", ", cells));
      obstacles.reportOnce("MDX-I28", column.field().name(), text, details);
    }
    return cells;
  }

  /** The cell that gives several fields; empty when there is none, which has been reported. */
  List<String> of(SplitColumn column, RowView row) {
    Map<Field, String> texts = new LinkedHashMap<>();
    for (Field field : column.splitting().fields()) {
      String text = row.text(field.slot());
      if (text != null) {
        texts.put(field, text);
      }
    }
    Field field = column.splitting().fields().get(0);
    List<String> headings = List.of(column.heading());
    List<String> spellings = column.splitting().spellings(texts);
    if (texts.isEmpty() && spellings.isEmpty()) {
      return absent(column.absent(), field, headings);
    }
    String shown = String.join(", ", texts.values());
    String cell = first(spellings, column.absent(), field, shown, headings);
    return cell == null ? List.of() : List.of(cell);
  }

  private List<String> absent(Set<String> absent, Field field, List<String> headings) {
    if (absent.isEmpty()) {
      obstacles.report("MDX-I21", field.name(), "", details(headings));
      return List.of();
    }
    return List.of(absent.contains("") ? "" : absent.iterator().next());
  }

  /** The first spelling that the file can hold and that does not mean absent. */
  private @Nullable String first(
      List<String> spellings, Set<String> absent, Field field, String text, List<String> headings) {
    String reason = null;
    for (String spelling : spellings) {
      String obstacle = sink.obstacle(spelling);
      if (obstacle == null && !absent.contains(spelling)) {
        return spelling;
      }
      reason = reason == null ? obstacle : reason;
    }
    if (reason == null) {
      obstacles.report("MDX-I21", field.name(), text, details(headings));
    } else {
      obstacles.report("MDX-I26", field.name(), text, Map.of("reason", reason));
    }
    return null;
  }

  private static Map<String, String> details(List<String> headings) {
    return Map.of("column", String.join(", ", headings));
  }
}
