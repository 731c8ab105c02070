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
  private final CellCheck check;
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
  public RowTranslator(
      RowType theme,
      Layout layout,
      Plan plan,
      Table table,
      Findings findings,
      CellCheck.Factory checks)
      throws IOException {
    this.plan = plan;
    this.table = table;
    this.findings = findings;
    this.check = checks.of(table, findings);
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
      check.row();
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
    CellCheck.Fault fault = check.fault(cells.get(0), column.field(), text);
    if (fault == null && column.absent().contains(text)) {
      use = Use.DECLARED_EMPTY;
    } else if (fault == null) {
      String translated = translated(column.field(), column.translation(), cells.get(0), text);
      common[column.field().slot()] = translated;
      if (translated == null) {
        fault = check.untranslated(column.field(), text, column.translation());
      }
    }
    if (fault != null) {
      use = Use.FINDING;
      spoiled(String.join(", ", column.headings()), cells.get(0), fault);
    }
    for (int cell : cells) {
      tally.use(cell, use);
    }
  }

  private @Nullable String translated(Field field, Translation translation, int cell, String text) {
    String translated = translation.translate(text);
    return translated != null ? translated : check.undisguised(cell, field, text, translation);
  }

  private void spoiled(String heading, int cell, CellCheck.Fault fault) {
    sound = false;
    report(heading, cell, fault);
  }

  private void report(String heading, int cell, CellCheck.Fault fault) {
    findings.cell(
        table, fault.rule(), heading, cell, fault.value(), fault.details(), fault.suggestion());
  }

  private static CellCheck.Fault unknownFlag(String text) {
    return new CellCheck.Fault("MDX-I04", text, Map.of(), Optional::empty);
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
      spoiled(flags.heading(), cell, unknownFlag(flagCell));
      return;
    }
    tally.use(cell, Use.ATTRIBUTE);
    attributes.forEach((field, text) -> common[field.slot()] = text);
  }

  private void translateValue(ValueColumn column, int cell) {
    String text = text(cell);
    CellCheck.Fault fault = check.fault(cell, measure, text);
    if (fault == null && text.isEmpty() && plan.keepsGaps()) {
      tally.use(cell, Use.OBSERVATION);
      figures.add(new Figure(cell, column, null, column.codes()));
      return;
    }
    Map<Field, String> gap = plan.missing().get(text);
    if (fault == null && gap != null && gap.isEmpty()) {
      tally.use(cell, Use.DECLARED_EMPTY);
      return;
    }
    String number = null;
    if (fault == null && gap == null) {
      Figures translation = figures(cell);
      number = translated(measure, translation, cell, text);
      fault = number == null ? check.untranslated(measure, text, translation) : null;
    }
    if (fault != null) {
      tally.use(cell, Use.FINDING);
      report(column.heading(), cell, fault);
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

  private Figures figures(int cell) {
    return new Figures(table.isNumber(cell) ? Numbers.PLAIN : plan.numbers(), measure.type());
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
      spoiled(column.heading(), cell, unknownFlag(flagCell));
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
