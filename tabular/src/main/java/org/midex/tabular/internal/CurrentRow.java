package org.midex.tabular.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;
import org.midex.tabular.internal.Tally.Use;

/** The table row being translated: its cells, and what they gave so far. */
final class CurrentRow {
  private final Table table;
  private final Findings findings;
  private final Tally tally;
  private final @Nullable String[] texts;
  private boolean sound;

  /**
   * @param fields number of fields of the theme
   */
  CurrentRow(Table table, Findings findings, Tally tally, int fields) {
    this.table = table;
    this.findings = findings;
    this.tally = tally;
    this.texts = new String[fields];
  }

  void begin() {
    Arrays.fill(texts, null);
    sound = true;
  }

  /** Text of a cell without the spaces around it; empty where there is none. */
  String text(int cell) {
    return cell < table.size() ? table.text(cell).strip() : "";
  }

  /** Text of a cell with the spaces around it, which SDMX-CSV keeps. */
  String whole(int cell) {
    return cell < table.size() ? table.text(cell) : "";
  }

  /** Texts of several cells as one, see {@link FieldColumn#SEPARATOR}. */
  String text(List<Integer> cells) {
    String text = text(cells.get(0));
    for (int i = 1; i < cells.size(); i++) {
      text += FieldColumn.SEPARATOR + text(cells.get(i));
    }
    return text;
  }

  boolean isNumber(int cell) {
    return cell < table.size() && table.isNumber(cell);
  }

  /** Text of a field that all figures of the row have in common; null when absent. */
  @Nullable String get(Field field) {
    return texts[field.slot()];
  }

  @Nullable String get(int slot) {
    return texts[slot];
  }

  void set(Field field, @Nullable String text) {
    texts[field.slot()] = text;
  }

  void use(int cell, Use use) {
    tally.use(cell, use);
  }

  boolean sound() {
    return sound;
  }

  /** Something is wrong with a cell, so that the row gives no observation. */
  void spoil(String heading, int cell, String text, Splitting.Fault fault) {
    spoil(fault.rule(), heading, cell, text, fault.details(), fault::suggestion);
  }

  void spoil(String heading, int cell, CellCheck.Fault fault) {
    sound = false;
    report(heading, cell, fault);
  }

  void report(String heading, int cell, CellCheck.Fault fault) {
    report(fault.rule(), heading, cell, fault.value(), fault.details(), fault.suggestion());
  }

  void spoil(
      String rule,
      String heading,
      int cell,
      String text,
      Map<String, String> details,
      Supplier<Optional<String>> suggestion) {
    sound = false;
    report(rule, heading, cell, text, details, suggestion);
  }

  /** Something is wrong with a cell, but not with the rest of the row. */
  void report(
      String rule,
      String heading,
      int cell,
      String text,
      Map<String, String> details,
      Supplier<Optional<String>> suggestion) {
    findings.cell(table, rule, heading, cell, text, details, suggestion);
  }

  /** Something is wrong with the row as a whole. */
  void spoil(String rule, Map<String, String> details) {
    sound = false;
    findings.row(table, rule, details);
  }
}
