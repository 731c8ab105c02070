package org.midex.tabular.internal.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.tabular.internal.FieldColumn;
import org.midex.tabular.internal.Flags;
import org.midex.tabular.internal.Layout;
import org.midex.tabular.internal.Plan;
import org.midex.tabular.internal.ValueColumn;

/**
 * Goes a mapping backwards: from an observation to the cells that the mapping reads as this
 * observation and as nothing else. What there are no such cells for is reported.
 */
public final class Inversion {
  private final RowType theme;
  private final Plan plan;
  private final Obstacles obstacles;
  private final Spellings spellings;
  private final FigureChoice figures;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Field> toldByColumn;
  private final Map<List<@Nullable String>, Integer> figurePlaces = new HashMap<>();
  private final Set<Field> flagged = new HashSet<>();
  private final Set<Field> gapFields = new HashSet<>();
  private final Set<Field> placed = new HashSet<>();

  public Inversion(RowType theme, Layout layout, Plan plan, RowSink sink, Obstacles obstacles)
      throws IOException {
    this.theme = theme;
    this.plan = plan;
    this.obstacles = obstacles;
    this.spellings = new Spellings(sink, obstacles);
    this.figures = new FigureChoice(theme, plan, sink, new ReadBack(theme, layout, plan));
    for (int i = 0; i < plan.headings().size(); i++) {
      places.put(plan.headings().get(i), i);
    }
    Set<Field> told = plan.values().get(0).codes().keySet();
    toldByColumn = theme.key().stream().filter(told::contains).toList();
    for (ValueColumn column : plan.values()) {
      List<@Nullable String> codes = new ArrayList<>();
      toldByColumn.forEach(field -> codes.add(column.codes().get(field)));
      figurePlaces.put(codes, place(column.heading()));
    }
    Flags flags = plan.flags();
    if (flags != null) {
      flagged.addAll(flags.fields());
    }
    plan.missing().values().forEach(meaning -> gapFields.addAll(meaning.keySet()));
    placed.addAll(told);
    placed.addAll(plan.constants().keySet());
    plan.fields().forEach(column -> placed.add(column.field()));
  }

  private int place(String heading) {
    return places.getOrDefault(heading, -1);
  }

  /** Places of the columns of figures. */
  public Set<Integer> figurePlaces() {
    return Set.copyOf(figurePlaces.values());
  }

  /** The cells of an observation; null when there are none, which has been reported. */
  public @Nullable Line invert(RowView row) {
    List<Cell> cells = new ArrayList<>(java.util.Collections.nCopies(places.size(), Cell.EMPTY));
    Integer figure = figurePlace(row);
    boolean sound = constantsAgree(row);
    sound &= everyAttributeHasAPlace(row);
    for (FieldColumn column : plan.fields()) {
      sound &= fill(cells, column, row);
    }
    if (figure == null || !sound) {
      return null;
    }
    if (!figures.fill(cells, figure, row)) {
      reportUnsaid(row, cells);
      return null;
    }
    return new Line(cells, figure);
  }

  private @Nullable Integer figurePlace(RowView row) {
    List<@Nullable String> codes = new ArrayList<>();
    toldByColumn.forEach(field -> codes.add(row.text(field.slot())));
    Integer place = figurePlaces.get(codes);
    if (place == null) {
      List<String> shown =
          toldByColumn.stream().map(f -> f.name() + "=" + row.text(f.slot())).toList();
      obstacles.report("MDX-I23", null, String.join(", ", shown), Map.of());
    }
    return place;
  }

  private boolean constantsAgree(RowView row) {
    boolean agree = true;
    for (Field field : theme.fields()) {
      String constant = plan.constants().get(field);
      String found = row.text(field.slot());
      if (constant != null && !constant.equals(found) && !isSaidOtherwise(field, row)) {
        obstacles.report(
            "MDX-I22", field.name(), found == null ? "" : found, Map.of("constant", constant));
        agree = false;
      }
    }
    return agree;
  }

  private boolean everyAttributeHasAPlace(RowView row) {
    boolean all = true;
    for (Field field : theme.fields()) {
      String text = row.text(field.slot());
      if (field.role() == Field.Role.ATTRIBUTE
          && text != null
          && !placed.contains(field)
          && !isSaidOtherwise(field, row)) {
        obstacles.report("MDX-I24", field.name(), text, Map.of());
        all = false;
      }
    }
    return all;
  }

  /** Whether a flag, or the token of a missing figure, may say it. */
  private boolean isSaidOtherwise(Field field, RowView row) {
    boolean gap = !row.has(theme.measure().orElseThrow().slot());
    return flagged.contains(field) || (gap && gapFields.contains(field));
  }

  private boolean fill(List<Cell> cells, FieldColumn column, RowView row) {
    List<String> texts = spellings.of(column, row.text(column.field().slot()));
    for (int i = 0; i < texts.size(); i++) {
      cells.set(place(column.headings().get(i)), Cell.of(texts.get(i)));
    }
    return !texts.isEmpty();
  }

  /** No pair of figure and flags says it: names the attribute that is to blame, if there is one. */
  private void reportUnsaid(RowView row, List<Cell> cells) {
    for (Field field : theme.fields()) {
      String text = row.text(field.slot());
      if (text != null && field.role() == Field.Role.ATTRIBUTE && isSaidOtherwise(field, row)) {
        obstacles.report("MDX-I25", field.name(), text, Map.of());
        return;
      }
    }
    Field measure = theme.measure().orElseThrow();
    if (row.has(measure.slot())) {
      List<String> texts = cells.stream().map(Cell::text).toList();
      obstacles.report("MDX-I27", null, String.join(" | ", texts), Map.of());
    } else {
      obstacles.report("MDX-I25", measure.name(), "", Map.of());
    }
  }
}
