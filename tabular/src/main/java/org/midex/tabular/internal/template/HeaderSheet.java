package org.midex.tabular.internal.template;

import static org.midex.tabular.internal.template.HeaderSheetReader.VALUE;
import static org.midex.tabular.internal.template.HeaderSheetReader.VALUES;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;
import org.midex.model.Action;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.Texts;

/**
 * The sheet that says how to fill in, and takes what is said once for all rows: a part's id, what
 * it is, what it means, and cells for its values.
 */
final class HeaderSheet {
  private static final int ID = 0;
  private static final int NAME = 1;
  private static final int MEANING = 2;
  private static final int MEANING_WIDTH = 56;
  private static final int LINE = 150;

  /** Number of the texts {@code template.how.1} and so on. */
  private static final int STEPS = 8;

  private final Worksheet sheet;
  private final Catalogue catalogue;
  private final RowType theme;
  private final Texts texts;
  private final ChoiceBook choices;
  private final CodesSheet codes;
  private int row;

  HeaderSheet(
      Worksheet sheet,
      Catalogue catalogue,
      RowType theme,
      Texts texts,
      ChoiceBook choices,
      CodesSheet codes) {
    this.sheet = sheet;
    this.catalogue = catalogue;
    this.theme = theme;
    this.texts = texts;
    this.choices = choices;
    this.codes = codes;
    sheet.width(ID, 22);
    sheet.width(NAME, 32);
    sheet.width(MEANING, MEANING_WIDTH);
    sheet.width(VALUE, 34);
    for (int i = 1; i < VALUES; i++) {
      sheet.width(VALUE + i, 18);
    }
  }

  /** Fields that have a drop-down on this sheet. */
  static List<Field> fields(Catalogue catalogue, RowType theme) {
    List<Field> fields = new ArrayList<>();
    HeaderPart.of(catalogue.type("Header")).forEach(part -> fields.add(part.asField()));
    fields.add(HeaderSheetReader.action(catalogue));
    fields.addAll(theme.datasetFields());
    fields.addAll(theme.key());
    return fields;
  }

  /**
   * Writes the sheet.
   *
   * @param constants values of dimensions without column and of dataset attributes
   * @param values for the places in the texts that say how to fill in
   */
  void write(Marker marker, Map<String, String> constants, Map<String, String> values) {
    sheet.value(row, ID, marker.toString());
    Looks.remark(sheet, row, ID);
    row++;
    paragraph(texts.ui("template.marker"), true);
    row++;
    sheet.value(row, ID, texts.themeName(theme));
    Looks.title(sheet, row, ID, 16);
    row++;
    paragraph(texts.themeDefinition(theme), false);
    row++;
    title("template.how");
    for (int step = 1; step <= STEPS; step++) {
      paragraph(step + ". " + texts.ui("template.how." + step, values), false);
    }
    section("template.section.header");
    for (HeaderPart part : HeaderPart.of(catalogue.type("Header"))) {
      line(part.asField(), name(part), meaning(part), "");
    }
    section("template.section.dataset");
    Field action = HeaderSheetReader.action(catalogue);
    line(
        action,
        texts.ui("template.action"),
        texts.ui("template.action.meaning"),
        Action.APPEND.code());
    for (Field field : theme.datasetFields()) {
      line(
          field, texts.conceptName(field.name()), texts.conceptDefinition(field.name()), constants);
    }
    section("template.section.defaults");
    for (Field field : theme.key()) {
      boolean constant = constants.containsKey(field.name());
      String meaning = texts.ui(constant ? "template.constant" : "template.default");
      line(field, texts.conceptName(field.name()), meaning, constants);
    }
  }

  private String name(HeaderPart part) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < part.fields().size(); i++) {
      names.add(texts.partName(part.types().get(i), part.fields().get(i)));
    }
    return String.join(" · ", names);
  }

  private String meaning(HeaderPart part) {
    String meaning = texts.partDefinition(part.types().get(part.types().size() - 1), part.leaf());
    return part.saidByImport() ? meaning + "; " + texts.ui("template.now") : meaning;
  }

  private void title(String key) {
    sheet.value(row, ID, texts.ui(key));
    Looks.title(sheet, row, ID, 12);
    row++;
  }

  /** Lines of text that run over the empty cells beside them. */
  private void paragraph(String text, boolean remark) {
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() + word.length() > LINE) {
        put(line.toString(), remark);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    put(line.toString(), remark);
  }

  private void put(String line, boolean remark) {
    sheet.value(row, ID, line);
    if (remark) {
      Looks.remark(sheet, row, ID);
    }
    row++;
  }

  private void section(String key) {
    row++;
    title(key);
    List<String> headings =
        List.of(
            "template.id", "template.name", "template.meaning", "template.value", "template.more");
    for (int i = 0; i < VALUE + VALUES; i++) {
      if (i < headings.size()) {
        sheet.value(row, i, texts.ui(headings.get(i)));
      }
      Looks.heading(sheet, row, i, Looks.MIDDLE);
    }
    row++;
  }

  private void line(Field field, String name, String meaning, Map<String, String> given) {
    line(field, name, meaning, given.getOrDefault(field.name(), ""));
  }

  private void line(Field field, String name, String meaning, String given) {
    sheet.value(row, ID, field.name());
    sheet.value(row, NAME, field.required() && !field.isKey() ? name + " *" : name);
    sheet.value(row, MEANING, meaning);
    Looks.height(sheet, row, meaning.length(), MEANING_WIDTH);
    Looks.id(sheet, row, ID, "FFFFFF");
    Looks.wrapped(sheet, row, NAME);
    Looks.wrapped(sheet, row, MEANING);
    int cells = field.max() > 1 ? VALUES : 1;
    Choices list = choices.of(field.type());
    for (int i = 0; i < cells; i++) {
      Looks.lined(sheet.style(row, VALUE + i)).fillColor(Looks.TO_FILL).wrapText(true).set();
    }
    if (list != null) {
      DataSheet.dropDown(sheet.range(row, VALUE, row, VALUE + cells - 1), codes.range(list), texts);
    }
    if (!given.isEmpty()) {
      sheet.value(row, VALUE, list == null ? given : list.label(given));
    }
    row++;
  }
}
