package org.midex.tabular.internal.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Worksheet;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.Texts;

/**
 * The sheet that explains columns and codes, and that the drop-downs take their entries from. In
 * columns: code, name, entry of the drop-down, notes.
 */
final class CodesSheet {
  private static final int CODE = 0;
  private static final int NAME = 1;
  private static final int ENTRY = 2;
  private static final int NOTES = 3;
  private static final int ENTRY_WIDTH = 46;
  private static final int NOTES_WIDTH = 70;

  private final Worksheet sheet;
  private final Catalogue catalogue;
  private final Texts texts;
  private final Map<String, Range> ranges = new HashMap<>();
  private int row;

  CodesSheet(Worksheet sheet, Catalogue catalogue, Texts texts) {
    this.sheet = sheet;
    this.catalogue = catalogue;
    this.texts = texts;
    sheet.width(CODE, 20);
    sheet.width(NAME, 42);
    sheet.width(ENTRY, ENTRY_WIDTH);
    sheet.width(NOTES, NOTES_WIDTH);
  }

  /** The drop-down entries of a list that was written. */
  Range range(Choices choices) {
    return Objects.requireNonNull(ranges.get(choices.list()), choices.list());
  }

  /** What each column of the table holds. */
  void writeColumns(List<Field> columns, ChoiceBook choices) {
    title(texts.ui("template.columns"), "");
    headings("template.id", "template.name", "template.form", "template.meaning");
    for (Field field : columns) {
      Choices list = choices.of(field.type());
      sheet.value(row, CODE, field.name());
      sheet.value(row, NAME, texts.conceptName(field.name()));
      sheet.value(
          row,
          ENTRY,
          list == null ? Form.example(field.type()) : listName(list) + " (" + list.list() + ")");
      sheet.value(row, NOTES, texts.conceptDefinition(field.name()));
      line(texts.conceptDefinition(field.name()).length() * ENTRY_WIDTH / NOTES_WIDTH);
    }
  }

  /** The codes of one list, with the columns that use it. */
  void writeList(Choices choices, List<Field> columns) {
    CodeList list = catalogue.findCodeList(choices.list()).orElse(null);
    String users = String.join(", ", columns.stream().map(Field::name).toList());
    title(listName(choices), users.isEmpty() ? choices.list() : choices.list() + ": " + users);
    headings("template.code", "template.name", "template.entry", "template.notes");
    int first = row;
    for (Choice choice : choices.all()) {
      sheet.value(row, CODE, choice.code());
      sheet.value(row, NAME, choice.name());
      sheet.value(row, ENTRY, choice.label());
      if (list != null) {
        sheet.value(row, NOTES, notes(list.get(choice.code())));
      }
      line(choice.label().length());
    }
    ranges.put(choices.list(), sheet.range(first, ENTRY, row - 1, ENTRY));
  }

  private String listName(Choices choices) {
    return catalogue
        .findCodeList(choices.list())
        .map(list -> texts.own(list.id()).orElse(list.name()))
        .orElse(choices.list());
  }

  private void title(String title, String remark) {
    row += row == 0 ? 0 : 1;
    sheet.value(row, CODE, title);
    Looks.title(sheet, row, CODE, 12);
    sheet.value(row, NOTES, remark);
    Looks.remark(sheet, row, NOTES);
    row++;
  }

  private void headings(String... keys) {
    for (int i = 0; i < keys.length; i++) {
      sheet.value(row, i, texts.ui(keys[i]));
      Looks.heading(sheet, row, i, Looks.MIDDLE);
    }
    row++;
  }

  /**
   * @param longest characters of the text that needs most lines
   */
  private void line(int longest) {
    Looks.height(sheet, row, longest, ENTRY_WIDTH);
    for (int i = CODE; i <= NOTES; i++) {
      Looks.lined(sheet.style(row, i)).wrapText(true).set();
    }
    row++;
  }

  private String notes(Code code) {
    List<String> notes = new ArrayList<>();
    if (code.aggregate()) {
      notes.add(texts.ui("template.aggregate"));
    }
    if (code.parent() != null && !code.parent().equals(CodeList.TOTAL)) {
      notes.add(texts.ui("template.within", Map.of("code", code.parent())));
    }
    if (code.validFrom() != null) {
      notes.add(texts.ui("template.from", Map.of("date", code.validFrom())));
    }
    if (code.validTo() != null) {
      notes.add(texts.ui("template.until", Map.of("date", code.validTo())));
    }
    if (!code.successors().isEmpty()) {
      notes.add(
          texts.ui("template.successor", Map.of("code", String.join(", ", code.successors()))));
    }
    if (code.provisional()) {
      notes.add(texts.ui("template.provisional"));
    }
    return String.join("; ", notes);
  }
}
