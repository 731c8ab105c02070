package org.midex.tabular.internal.export;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.tabular.internal.FieldColumn;
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
      return absent(column);
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

  private List<String> absent(FieldColumn column) {
    if (column.absent().isEmpty()) {
      obstacles.report("MDX-I21", column.field().name(), "", details(column));
      return List.of();
    }
    return List.of(column.absent().iterator().next());
  }

  private List<String> find(FieldColumn column, String text) {
    Translation translation = column.translation();
    String name = column.field().name();
    String reason = null;
    for (String spelling : translation.spellings(text)) {
      String obstacle = sink.obstacle(spelling);
      if (obstacle != null) {
        reason = reason == null ? obstacle : reason;
      } else if (!column.absent().contains(spelling)) {
        if (translation.isAmbiguous(text)) {
          obstacles.reportOnce("MDX-I28", name, text, Map.of("spelling", shown(spelling)));
        }
        return List.of(spelling.split(FieldColumn.SEPARATOR, -1));
      }
    }
    if (reason == null) {
      obstacles.report("MDX-I21", name, text, details(column));
    } else {
      obstacles.report("MDX-I26", name, text, Map.of("reason", reason));
    }
    return List.of();
  }

  private static String shown(String spelling) {
    return spelling.replace(FieldColumn.SEPARATOR, ", ");
  }

  private static Map<String, String> details(FieldColumn column) {
    Map<String, String> details = new LinkedHashMap<>(column.translation().details());
    details.put("column", String.join(", ", column.headings()));
    return details;
  }
}
