package org.midex.tabular.internal.template;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.midex.model.Action;
import org.midex.model.Node;
import org.midex.schema.Catalogue;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.Nearest;
import org.midex.schema.RowType;
import org.midex.schema.Texts;
import org.midex.schema.ValueType;
import org.midex.tabular.internal.CellCheck;
import org.midex.tabular.internal.Findings;
import org.midex.tabular.internal.Table;
import org.midex.tabular.internal.Translation;

/** Reads the header sheet: a part's id in the first column, its values from the fourth on. */
final class HeaderSheetReader {
  /** Column of the first value, from 0. */
  static final int VALUE = 3;

  /** Cells for values in a row. */
  static final int VALUES = 4;

  /** Path of the dataset's action. */
  static final String ACTION = "Action";

  private static final int MAX_ROWS = 1_000;

  private final Catalogue catalogue;
  private final RowType theme;
  private final Table sheet;
  private final Findings findings;
  private final CellCheck check;
  private final ChoiceBook choices;
  private final String headingOfIds;
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Map<String, List<@Nullable String>> values = new HashMap<>();
  private final Map<String, String> cells = new HashMap<>();
  private boolean sound = true;

  HeaderSheetReader(
      Catalogue catalogue,
      RowType theme,
      Texts texts,
      ChoiceBook choices,
      Table sheet,
      Findings findings) {
    this.catalogue = catalogue;
    this.theme = theme;
    this.sheet = sheet;
    this.findings = findings;
    this.choices = choices;
    this.headingOfIds = texts.ui("template.id");
    this.check = new SpreadsheetCheck(sheet, findings, new Merges(List.of()));
    for (HeaderPart part : HeaderPart.of(catalogue.type("Header"))) {
      fields.put(part.path(), part.asField());
    }
    fields.put(ACTION, action(catalogue));
    theme.datasetFields().forEach(field -> fields.put(field.name(), field));
    theme.key().forEach(field -> fields.put(field.name(), field));
  }

  /** What the dataset does, as a field. */
  static Field action(Catalogue catalogue) {
    CodeList list = catalogue.codeList("CL_ACTION");
    return new Field(
        ACTION, 0, Field.Role.ELEMENT, ValueType.code(list), 0, 1, "1.0", list.definition());
  }

  FilledHeader read() throws IOException {
    while (sheet.next() && sheet.line() <= MAX_ROWS) {
      String path = sheet.text(0).strip();
      Field field = fields.get(path);
      if (field != null) {
        readValues(field);
      } else if (isId(path) && !text(VALUE).isEmpty()) {
        refuse(path, VALUE, Nearest.of(path, fields.keySet()));
      }
    }
    Map<String, String> dataset = new HashMap<>();
    theme.datasetFields().forEach(f -> first(f.name()).ifPresent(v -> dataset.put(f.name(), v)));
    Map<Field, String> defaults = new HashMap<>();
    theme.key().forEach(f -> first(f.name()).ifPresent(v -> defaults.put(f, v)));
    Node header = new HeaderTree(values, this::lacks).header(catalogue.type("Header"));
    Action action = first(ACTION).flatMap(Action::ofCode).orElse(Action.APPEND);
    return new FilledHeader(header, action, dataset, defaults, cells, sound);
  }

  /** Whether a text in the first column is meant to be an id, not a heading. */
  private boolean isId(String text) {
    return text.matches("[A-Za-z][A-Za-z0-9_.]*") && !text.equals(headingOfIds);
  }

  private Optional<String> first(String path) {
    List<@Nullable String> row = values.getOrDefault(path, List.of());
    return row.isEmpty() ? Optional.empty() : Optional.ofNullable(row.get(0));
  }

  private void lacks(String path) {
    sound = false;
    findings.lacks(path, cells.get(path));
  }

  private String text(int cell) {
    return cell < sheet.size() ? sheet.text(cell).strip() : "";
  }

  private void readValues(Field field) {
    List<@Nullable String> row = new ArrayList<>();
    boolean again = cells.putIfAbsent(field.name(), place()) != null;
    for (int cell = VALUE; cell < VALUE + VALUES; cell++) {
      String text = text(cell);
      if (text.isEmpty()) {
        row.add(null);
      } else if (again || (cell > VALUE && field.max() <= 1)) {
        refuse(field.name(), cell, Optional.empty());
      } else {
        row.add(value(field, cell, text));
      }
    }
    values.putIfAbsent(field.name(), row);
  }

  private String place() {
    return sheet.place(sheet.line(), VALUE, "");
  }

  private @Nullable String value(Field field, int cell, String text) {
    Translation translation = choices.translation(field.type());
    CellCheck.Fault fault = check.fault(cell, field, text);
    String value = fault == null ? translation.translate(text) : null;
    if (fault == null && value == null) {
      value = check.undisguised(cell, field, text, translation);
      fault = value == null ? check.untranslated(field, text, translation) : null;
    }
    if (fault != null) {
      report(field.name(), cell, fault);
    }
    return value;
  }

  private void report(String path, int cell, CellCheck.Fault fault) {
    sound = false;
    findings.cell(
        sheet, fault.rule(), path, cell, fault.value(), fault.details(), fault.suggestion());
  }

  private void refuse(String path, int cell, Optional<String> suggestion) {
    report(path, cell, new CellCheck.Fault("MDX-I31", text(cell), Map.of(), () -> suggestion));
  }
}
