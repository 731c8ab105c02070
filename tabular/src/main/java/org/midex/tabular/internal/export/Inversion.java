package org.midex.tabular.internal.export;

import java.io.IOException;
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
import org.midex.tabular.internal.SplitColumn;
import org.midex.tabular.internal.Table;

/**
 * Goes a mapping backwards: from an observation to the cells that the mapping reads as this
 * observation and as nothing else. What there are no such cells for is reported.
 */
public final class Inversion {
  private static final Map<String, String> TOO_MANY_COLUMNS =
      Map.of("reason", "A table has at most " + Table.MAX_COLUMNS + " columns");

  private final RowType theme;
  private final Plan plan;
  private final Frame frame;
  private final Obstacles obstacles;
  private final Titles titles;
  private final Spellings spellings;
  private final FigureColumns columns;
  private final FigureChoice figures;
  private final Judge judge;
  private final Field measure;
  private final Set<Field> flagged = new HashSet<>();
  private final Set<Field> gapFields = new HashSet<>();
  private final Set<Field> placed = new HashSet<>();
  private List<List<Cell>> above = List.of();

  public Inversion(
      RowType theme, Layout layout, Plan plan, Frame frame, RowSink sink, Obstacles obstacles) {
    this.theme = theme;
    this.plan = plan;
    this.frame = frame;
    this.obstacles = obstacles;
    this.measure = theme.measure().orElseThrow();
    this.titles = new Titles(plan.titles(), layout.headingRow() - 1, obstacles);
    this.spellings = new Spellings(sink, obstacles);
    this.columns = new FigureColumns(theme, plan, frame, sink, obstacles);
    this.judge = new Judge(theme, layout, plan, frame);
    this.figures = new FigureChoice(theme, plan, frame, sink, judge);
    Flags flags = plan.flags();
    if (flags != null) {
      flagged.addAll(flags.fields());
    }
    plan.marks().values().forEach(meaning -> flagged.addAll(meaning.keySet()));
    plan.missing().values().forEach(meaning -> gapFields.addAll(meaning.keySet()));
    placed.addAll(columns.told());
    placed.addAll(plan.constants().keySet());
    plan.fields().forEach(column -> placed.add(column.field()));
    plan.splits().forEach(column -> placed.addAll(column.splitting().fields()));
    plan.titles().forEach(title -> placed.addAll(title.fields()));
  }

  /**
   * Gives every row the dataset's attributes.
   *
   * @return false when one cannot be written, which has been reported
   */
  public boolean takeDataset(Map<String, String> attributes) {
    boolean all = true;
    for (FieldColumn column : plan.dataset()) {
      List<String> texts = spellings.of(column, attributes.get(column.field().name()));
      all &= !texts.isEmpty();
      texts.forEach(text -> frame.fix(column.headings().get(0), text));
    }
    return all;
  }

  /** The rows above the headings, as the observations taken so far need them. */
  public List<List<Cell>> above() {
    return above;
  }

  /** The cells of an observation; null when there are none, which has been reported. */
  public @Nullable Line invert(RowView row) throws IOException {
    List<Cell> cells = frame.row();
    List<List<Cell>> rowsAbove = titles.rows(row);
    boolean sound = rowsAbove != null;
    sound &= constantsAgree(row);
    sound &= everyAttributeHasAPlace(row);
    for (FieldColumn column : plan.fields()) {
      List<String> texts = spellings.of(column, row.text(column.field().slot()));
      sound &= fill(cells, column.headings(), texts);
    }
    for (SplitColumn column : plan.splits()) {
      sound &= fill(cells, List.of(column.heading()), spellings.of(column, row));
    }
    FigureColumn column = columns.of(row);
    if (rowsAbove == null || column == null || !sound) {
      return null;
    }
    if (frame.isFullFor(column.heading())) {
      obstacles.report("MDX-I26", null, column.heading(), TOO_MANY_COLUMNS);
      return null;
    }
    judge.below(rowsAbove);
    Cell figure = figures.choose(cells, column, row);
    if (figure == null) {
      reportUnsaid(row);
      return null;
    }
    titles.decide(row);
    above = rowsAbove;
    return new Line(cells, frame.figure(column.heading()), figure);
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

  /** Whether a flag, a mark, or the token of a missing figure may say it. */
  private boolean isSaidOtherwise(Field field, RowView row) {
    boolean gap = !row.has(measure.slot());
    return flagged.contains(field) || (gap && gapFields.contains(field));
  }

  private boolean fill(List<Cell> cells, List<String> headings, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      cells.set(frame.place(headings.get(i)), Cell.of(texts.get(i)));
    }
    return !texts.isEmpty();
  }

  /** No pair of figure and flags says it: names the field that is likely to be the reason. */
  private void reportUnsaid(RowView row) {
    for (Field field : theme.fields()) {
      String text = row.text(field.slot());
      if (text != null && field.role() == Field.Role.ATTRIBUTE && isSaidOtherwise(field, row)) {
        obstacles.report("MDX-I25", field.name(), text, Map.of());
        return;
      }
    }
    String figure = row.text(measure.slot());
    if (figure == null) {
      obstacles.report("MDX-I25", measure.name(), "", Map.of());
      return;
    }
    for (Field field : theme.fields()) {
      String text = row.text(field.slot());
      if (text != null && !text.equals(text.strip())) {
        obstacles.report("MDX-I27", field.name(), text, Map.of());
        return;
      }
    }
    obstacles.report("MDX-I27", measure.name(), figure, Map.of());
  }
}
