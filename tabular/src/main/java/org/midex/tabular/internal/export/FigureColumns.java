package org.midex.tabular.internal.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.tabular.internal.Matrix;
import org.midex.tabular.internal.Plan;
import org.midex.tabular.internal.Table;
import org.midex.tabular.internal.ValueColumn;

/** Finds the column of an observation's figure: one that is named, or one to be headed. */
final class FigureColumns {
  private final Plan plan;
  private final Frame frame;
  private final RowSink sink;
  private final Obstacles obstacles;
  private final Set<Field> told = new LinkedHashSet<>();
  private final List<Field> key;
  private final Map<List<@Nullable String>, FigureColumn> known = new HashMap<>();

  FigureColumns(RowType theme, Plan plan, Frame frame, RowSink sink, Obstacles obstacles) {
    this.plan = plan;
    this.frame = frame;
    this.sink = sink;
    this.obstacles = obstacles;
    plan.values().forEach(column -> told.addAll(column.codes().keySet()));
    plan.matrices().forEach(matrix -> told.addAll(matrix.fields()));
    key = theme.key().stream().filter(told::contains).toList();
    for (ValueColumn column : plan.values()) {
      List<@Nullable String> codes = new ArrayList<>();
      key.forEach(field -> codes.add(column.codes().get(field)));
      known.put(codes, new FigureColumn(column.heading(), null));
    }
  }

  /** Fields that the column of a figure gives. */
  Set<Field> told() {
    return told;
  }

  /** The column for an observation; null when there is none, which has been reported. */
  @Nullable FigureColumn of(RowView row) {
    List<@Nullable String> codes = new ArrayList<>();
    key.forEach(field -> codes.add(row.text(field.slot())));
    FigureColumn column = known.get(codes);
    if (column == null) {
      column = headed(row);
      if (column == null) {
        List<String> shown = key.stream().map(f -> f.name() + "=" + row.text(f.slot())).toList();
        obstacles.report("MDX-I23", null, String.join(", ", shown), Map.of());
        return null;
      }
      if (known.size() < Table.MAX_COLUMNS) {
        known.put(codes, column);
      }
    }
    return column;
  }

  private @Nullable FigureColumn headed(RowView row) {
    for (Matrix matrix : plan.matrices()) {
      String heading = heading(matrix, row);
      if (heading != null) {
        return new FigureColumn(heading, matrix);
      }
    }
    return null;
  }

  /** A heading that says what the figure is of, and that is no column's name. */
  private @Nullable String heading(Matrix matrix, RowView row) {
    for (Map.Entry<Field, String> code : matrix.codes().entrySet()) {
      Field field = code.getKey();
      if (field.isKey() && !code.getValue().equals(row.text(field.slot()))) {
        return null;
      }
    }
    Map<Field, String> wanted = new LinkedHashMap<>();
    for (Field field : matrix.splitting().fields()) {
      String text = row.text(field.slot());
      if (text != null) {
        wanted.put(field, text);
      }
    }
    return matrix.splitting().spellings(wanted).stream()
        .filter(h -> !h.isBlank() && !frame.names(h) && sink.obstacle(h) == null)
        .filter(h -> matrix.equals(first(h)))
        .findFirst()
        .orElse(null);
  }

  /** The first matrix that a heading fits has it. */
  private @Nullable Matrix first(String heading) {
    return plan.matrices().stream()
        .filter(matrix -> matrix.splitting().split(heading) != null)
        .findFirst()
        .orElse(null);
  }
}
