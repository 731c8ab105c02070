package org.midex.tabular.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.midex.model.Row;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.tabular.internal.Tally.Use;

/**
 * Turns the current row of a table into observations. A row whose key or attributes cannot be
 * translated gives none: a figure under the wrong key, or without the flag that weakens it, would
 * be worse than a gap that is reported.
 */
public final class RowTranslator {
  private final Plan plan;
  private final Table table;
  private final Findings findings;
  private final Tally tally = new Tally();
  private final Binding binding;
  private final Field measure;
  private final @Nullable String[] common;
  private final List<Figure> figures = new ArrayList<>();
  private boolean sound;
  private String flagCell = "";

  /**
   * One observation of the row.
   *
   * @param cell place of the figure's cell
   * @param value the figure, or null when there is none
   * @param own fields that differ from the row's common ones
   */
  private record Figure(
      int cell, ValueColumn column, @Nullable String value, Map<Field, String> own) {}

  /** Reads the table's headings. */
  public RowTranslator(RowType theme, Layout layout, Plan plan, Table table, Findings findings)
      throws IOException {
    this.plan = plan;
    this.table = table;
    this.findings = findings;
    this.measure = theme.measure().orElseThrow();
    this.common = new String[theme.fields().size()];
    this.binding = Binding.read(table, layout, plan, findings);
  }

  public Tally tally() {
    return tally;
  }

  /** Translates the current row; gives the number of observations. */
  public int translate() {
    figures.clear();
    int columns = binding.headings().size();
    int found = table.size();
    tally.begin(table.padded() ? Math.max(columns, found) : found);
    sound = found == columns || (table.padded() && found < columns);
    if (!sound) {
      findings.row(
          table,
          "MDX-I05",
          Map.of("expected", Integer.toString(columns), "found", Integer.toString(found)));
    } else {
      translateCells();
    }
    if (!sound) {
      figures.clear();
      tally.spoil();
    }
    tally.end();
    return figures.size();
  }

  private void translateCells() {
    for (int i = 0; i < binding.headings().size(); i++) {
      if (binding.ignored().get(i)) {
        tally.use(i, Use.IGNORED);
      } else if (binding.unnamed().get(i)) {
        tally.use(i, Use.FINDING);
      }
    }
    Arrays.fill(common, null);
    plan.constants().forEach((field, text) -> common[field.slot()] = text);
    for (int i = 0; i < plan.fields().size(); i++) {
      translateField(plan.fields().get(i), binding.fields().get(i));
    }
    translateFlags(plan.flags(), binding.flags());
    for (int i = 0; i < plan.values().size(); i++) {
      if (binding.values().get(i) >= 0) {
        translateValue(plan.values().get(i), binding.values().get(i));
      }
    }
  }

  private String text(int cell) {
    return cell < table.size() ? table.text(cell).strip() : "";
  }

  private void translateField(FieldColumn column, List<Integer> cells) {
    if (cells.get(0) < 0) {
      return;
    }
    String text = text(cells.get(0));
    for (int i = 1; i < cells.size(); i++) {
      text += FieldColumn.SEPARATOR + text(cells.get(i));
    }
    Use use = column.field().isKey() ? Use.KEY : Use.ATTRIBUTE;
    if (column.absent().contains(text)) {
      use = Use.DECLARED_EMPTY;
    } else {
      String translated = column.translation().translate(text);
      common[column.field().slot()] = translated;
      if (translated == null) {
        use = Use.FINDING;
        String shown = text.replace(FieldColumn.SEPARATOR, ", ");
        Translation translation = column.translation();
        spoiled(
            translation.rule(),
            String.join(", ", column.headings()),
            cells.get(0),
            shown,
            translation);
      }
    }
    for (int cell : cells) {
      tally.use(cell, use);
    }
  }

  private void spoiled(
      String rule, String heading, int cell, String text, @Nullable Translation translation) {
    sound = false;
    findings.cell(
        table,
        rule,
        heading,
        cell,
        text,
        translation == null ? Map.of() : translation.details(),
        () -> translation == null ? Optional.empty() : translation.suggest(text));
  }

  private void translateFlags(@Nullable Flags flags, int cell) {
    flagCell = "";
    if (flags == null) {
      return;
    }
    flagCell = text(cell);
    if (flags.absent().contains(flagCell)) {
      tally.use(cell, Use.DECLARED_EMPTY);
      return;
    }
    Map<Field, String> attributes = flags.translate(flagCell);
    if (attributes == null) {
      tally.use(cell, Use.FINDING);
      spoiled("MDX-I04", flags.heading(), cell, flagCell, null);
      return;
    }
    tally.use(cell, Use.ATTRIBUTE);
    attributes.forEach((field, text) -> common[field.slot()] = text);
  }

  private void translateValue(ValueColumn column, int cell) {
    String text = text(cell);
    Map<Field, String> gap = plan.missing().get(text);
    if (gap != null && gap.isEmpty()) {
      tally.use(cell, Use.DECLARED_EMPTY);
      return;
    }
    String number = gap == null ? number(column, cell, text) : null;
    if (gap == null && number == null) {
      return;
    }
    Map<Field, String> own = column.codes();
    if (gap != null) {
      own = new HashMap<>(own);
      for (Map.Entry<Field, String> reason : gap.entrySet()) {
        explain(column, cell, own, reason.getKey(), reason.getValue());
      }
    }
    tally.use(cell, Use.OBSERVATION);
    figures.add(new Figure(cell, column, number, own));
  }

  private @Nullable String number(ValueColumn column, int cell, String text) {
    Numbers numbers = table.isNumber(cell) ? Numbers.PLAIN : plan.numbers();
    String number = numbers.parse(text, measure.type().scale());
    if (number == null) {
      tally.use(cell, Use.FINDING);
      findings.cell(table, "MDX-I02", column.heading(), cell, text, Map.of(), Optional::empty);
    }
    return number;
  }

  /** The reason for a gap; a flag of the row that explains it better stays, no flag gets lost. */
  private void explain(
      ValueColumn column, int cell, Map<Field, String> own, Field field, String reason) {
    String flag = common[field.slot()];
    if (flag != null && (flag.equals(reason) || explainsGap(field, flag))) {
      return;
    }
    own.put(field, reason);
    if (flag == null) {
      return;
    }
    Field kept = plan.flags() == null ? null : plan.flags().combined();
    if (kept == null || flagCell.isEmpty()) {
      spoiled("MDX-I04", column.heading(), cell, flagCell, null);
    } else {
      own.put(kept, Flags.kept(flagCell));
    }
  }

  private static boolean explainsGap(Field field, String code) {
    CodeList list = field.type().list();
    return list != null
        && list.find(code).filter(c -> c.has("missing") || c.has("explains_gap")).isPresent();
  }

  /** Sets a row to one of the observations. */
  public void fill(Row row, int observation) {
    Figure figure = figures.get(observation);
    row.clear();
    for (int slot = 0; slot < common.length; slot++) {
      set(row, slot, common[slot]);
    }
    figure.own().forEach((field, text) -> set(row, field.slot(), text));
    set(row, measure.slot(), figure.value());
  }

  private static void set(Row row, int slot, @Nullable String text) {
    if (text != null && !row.set(slot, text)) {
      throw new IllegalStateException(
          "a mapping made '%s' of %s".formatted(text, row.type().field(slot).name()));
    }
  }

  /** Where the figure of an observation stands. */
  public String place(int observation) {
    Figure figure = figures.get(observation);
    return table.place(table.line(), figure.cell(), figure.column().heading());
  }
}
