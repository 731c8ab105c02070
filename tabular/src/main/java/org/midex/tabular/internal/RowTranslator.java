package org.midex.tabular.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.midex.model.Action;
import org.midex.model.Row;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType.Kind;
import org.midex.tabular.internal.Binding.BoundValue;
import org.midex.tabular.internal.Tally.Use;

/**
 * Turns the current row of a table into observations. A row whose key or attributes cannot be
 * translated gives none: a figure under the wrong key, or without the flag that weakens it, would
 * be worse than a gap that is reported.
 */
public final class RowTranslator {
  private final RowType theme;
  private final Plan plan;
  private final Table table;
  private final Tally tally = new Tally();
  private final Binding binding;
  private final FixedCells fixed;
  private final CurrentRow row;
  private final Figures figures;
  private final CellCheck check;
  private final Field measure;
  private boolean ended;

  /** Reads the headings of a table whose cells are taken as they stand. */
  public RowTranslator(RowType theme, Layout layout, Plan plan, Table table, Findings findings)
      throws IOException {
    this(theme, layout, plan, table, findings, CellCheck.Factory.NONE);
  }

  /** Reads the table's headings. */
  public RowTranslator(
      RowType theme,
      Layout layout,
      Plan plan,
      Table table,
      Findings findings,
      CellCheck.Factory checks)
      throws IOException {
    this.theme = theme;
    this.plan = plan;
    this.table = table;
    this.measure = theme.measure().orElseThrow();
    this.binding = Binder.bind(table, layout, plan, findings);
    this.fixed = new FixedCells(plan, binding, layout);
    this.row = new CurrentRow(table, findings, tally, theme.fields().size());
    this.check = checks.of(table, findings);
    this.figures = new Figures(plan, theme, table.numbers(plan.numbers()), check);
  }

  public Tally tally() {
    return tally;
  }

  /** The table's headings. */
  public List<String> headings() {
    return binding.headings();
  }

  /** Whether {@link #begin} must be called before anything is said of the dataset. */
  public boolean decidesAtFirstRow() {
    return fixed.decideAtFirstRow();
  }

  /**
   * Takes what holds for the whole dataset from the current row, the first that is not skipped.
   *
   * @throws BadTableException when the row does not say it
   */
  public void begin() throws BadTableException {
    fixed.begin(row);
    if (fixed.action() == Action.APPEND) {
      figures.letEmptyMeanUnchanged();
    }
  }

  /** Attributes of the dataset that the table gives, by name. */
  public Map<String, String> dataset() {
    return fixed.attributes();
  }

  /** What the dataset does; null when the table does not say. */
  public @Nullable Action action() {
    return fixed.action();
  }

  /** Whether the mapping leaves the current row out. */
  public boolean skips() {
    for (int i = 0; i < plan.skips().size() && !ended; i++) {
      Skip skip = plan.skips().get(i);
      if (skip.applies(row.text(binding.skips().get(i)))) {
        ended = skip.kind() == Skip.Kind.FROM;
        return true;
      }
    }
    return ended;
  }

  /** Translates the current row; gives the number of observations. */
  public int translate() {
    figures.clear();
    row.begin();
    int columns = binding.headings().size();
    int found = table.size();
    tally.begin(table.padded() ? Math.max(columns, found) : found);
    if (skips()) {
      tally.ignore();
    } else if (found == columns || (table.padded() && found < columns)) {
      check.row();
      translateCells();
      if (!row.sound()) {
        figures.clear();
        tally.spoil();
      }
    } else {
      row.spoil(
          "MDX-I05",
          Map.of("expected", Integer.toString(columns), "found", Integer.toString(found)));
      tally.spoil();
    }
    tally.end();
    return figures.size();
  }

  private void translateCells() {
    for (int i = 0; i < binding.headings().size(); i++) {
      if (binding.ignored().get(i)) {
        tally.use(i, Use.IGNORED);
      } else if (binding.refused().get(i)) {
        tally.use(i, Use.FINDING);
      }
    }
    plan.constants().forEach(row::set);
    binding.titles().forEach(row::set);
    for (int i = 0; i < plan.fields().size(); i++) {
      translateField(plan.fields().get(i), binding.fields().get(i));
    }
    for (int i = 0; i < plan.splits().size(); i++) {
      translateSplit(plan.splits().get(i), binding.splits().get(i));
    }
    String flags = translateFlags(plan.flags(), binding.flags());
    fixed.check(row);
    boolean deletes = fixed.action() == Action.DELETE;
    for (BoundValue value : binding.values()) {
      if (deletes) {
        delete(value);
      } else {
        String bare = binding.withoutName(value.place(), row.text(value.place()));
        figures.read(row, value.column(), value.place(), bare, flags);
      }
    }
  }

  private void translateField(FieldColumn column, List<Integer> cells) {
    if (cells.get(0) < 0) {
      return;
    }
    boolean free = binding.sdmx() != null && column.field().type().kind() == Kind.TEXT;
    String text = free ? row.whole(cells.get(0)) : row.text(cells);
    if (cells.size() == 1) {
      text = binding.withoutLanguage(cells.get(0), text);
    }
    Use use = column.field().isKey() ? Use.KEY : Use.ATTRIBUTE;
    CellCheck.Fault fault = check.fault(cells.get(0), column.field(), text);
    if (fault != null) {
      use = Use.FINDING;
      row.spoil(column.headings().get(0), cells.get(0), fault);
    } else if (column.absent().contains(text)) {
      use = Use.DECLARED_EMPTY;
    } else {
      String translated = translated(column, cells, text);
      row.set(column.field(), translated);
      if (translated == null) {
        use = Use.FINDING;
        spoil(column, cells.get(0), text);
      }
    }
    for (int cell : cells) {
      tally.use(cell, use);
    }
  }

  private @Nullable String translated(FieldColumn column, List<Integer> cells, String text) {
    Translation translation = column.translation();
    String translated = translation.translate(text);
    if (translated == null && cells.size() == 1) {
      translated = translation.translate(binding.withoutName(cells.get(0), text));
    }
    return translated == null
        ? check.undisguised(cells.get(0), column.field(), text, translation)
        : translated;
  }

  private void spoil(FieldColumn column, int cell, String text) {
    String heading = String.join(", ", column.headings());
    CellCheck.Fault fault = check.untranslated(column.field(), text, column.translation());
    if (fault != null) {
      row.spoil(heading, cell, fault);
    } else {
      row.spoil(
          heading,
          cell,
          shown(text, column.translation()),
          Splitting.Fault.of(column.translation(), text));
    }
  }

  /** Cells that are read together as they are read. */
  private static String shown(String text, Translation translation) {
    return text.replace(
        FieldColumn.SEPARATOR, translation instanceof JoinedPeriod ? JoinedPeriod.BETWEEN : ", ");
  }

  private void translateSplit(SplitColumn column, int cell) {
    if (cell < 0) {
      return;
    }
    String text = row.text(cell);
    if (column.absent().contains(text)) {
      tally.use(cell, Use.DECLARED_EMPTY);
      return;
    }
    Map<Field, String> fields = column.splitting().split(text);
    if (fields == null) {
      tally.use(cell, Use.FINDING);
      row.spoil(column.heading(), cell, text, column.splitting().fault(text));
      return;
    }
    boolean key = column.splitting().fields().stream().anyMatch(Field::isKey);
    tally.use(cell, key ? Use.KEY : Use.ATTRIBUTE);
    fields.forEach(row::set);
  }

  /** Gives the flags as they stand there; empty when there are none. */
  private String translateFlags(@Nullable Flags flags, int cell) {
    if (flags == null) {
      return "";
    }
    String text = row.text(cell);
    if (flags.absent().contains(text)) {
      tally.use(cell, Use.DECLARED_EMPTY);
      return "";
    }
    Map<Field, String> attributes = flags.translate(text);
    if (attributes == null) {
      attributes = flags.translate(binding.withoutName(cell, text));
    }
    if (attributes == null) {
      tally.use(cell, Use.FINDING);
      String rule = flags.knows(text) ? "MDX-I30" : "MDX-I04";
      row.spoil(rule, flags.heading(), cell, text, Map.of(), Optional::empty);
      return text;
    }
    tally.use(cell, Use.ATTRIBUTE);
    attributes.forEach(row::set);
    return text;
  }

  /** Only keys are sent of what is withdrawn; attributes cannot be withdrawn alone. */
  private void delete(BoundValue value) {
    boolean attributes = false;
    for (Field field : theme.fields()) {
      if (field.role() == Field.Role.ATTRIBUTE) {
        attributes |= row.get(field) != null;
        row.set(field, null);
      }
    }
    String heading = value.column().heading();
    if (attributes && row.text(value.place()).isEmpty()) {
      Map<String, String> details = Map.of("expected", "-");
      row.spoil("MDX-I09", heading, value.place(), "", details, Optional::empty);
    }
    figures.delete(row, value.column(), value.place());
  }

  /** Sets a row to one of the observations. */
  public void fill(Row target, int observation) {
    Figures.Figure figure = figures.get(observation);
    target.clear();
    for (int slot = 0; slot < theme.fields().size(); slot++) {
      set(target, slot, row.get(slot));
    }
    figure.own().forEach((field, text) -> set(target, field.slot(), text));
    set(target, measure.slot(), figure.value());
  }

  private static void set(Row row, int slot, @Nullable String text) {
    if (text != null && !row.set(slot, text)) {
      throw new IllegalStateException(
          "a mapping made '%s' of %s".formatted(text, row.type().field(slot).name()));
    }
  }

  /** Where the figure of an observation stands. */
  public String place(int observation) {
    Figures.Figure figure = figures.get(observation);
    return table.place(table.line(), figure.cell(), figure.column().heading());
  }
}
