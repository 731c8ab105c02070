package org.midex.tabular.internal.template;

import java.util.List;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;
import org.midex.schema.Field.Role;
import org.midex.schema.Texts;
import org.midex.schema.ValueType.Kind;

/** The sheet that is filled in: names, ids, and empty rows of text cells with drop-downs. */
final class DataSheet {
  /** Row of the ids, from 0. */
  static final int IDS = 1;

  private static final int FIRST = IDS + 1;
  private static final int LAST = Worksheet.MAX_ROWS - 1;
  private static final int NARROWEST = 12;
  private static final int WIDEST = 24;

  private final Worksheet sheet;
  private final Texts texts;
  private final ChoiceBook choices;
  private final CodesSheet codes;

  DataSheet(Worksheet sheet, Texts texts, ChoiceBook choices, CodesSheet codes) {
    this.sheet = sheet;
    this.texts = texts;
    this.choices = choices;
    this.codes = codes;
  }

  /**
   * Writes the table.
   *
   * @param rows prepared rows; text format and drop-downs go on below them
   */
  void write(List<Field> columns, int rows) {
    for (int i = 0; i < columns.size(); i++) {
      column(columns.get(i), i, rows);
    }
    sheet.rowHeight(0, 33);
    sheet.freezePane(0, FIRST);
    sheet.repeatRows(0, IDS);
  }

  private void column(Field field, int column, int rows) {
    Choices list = choices.of(field.type());
    sheet.value(0, column, texts.conceptName(field.name()));
    Looks.heading(sheet, 0, column, field.role() == Role.ATTRIBUTE ? Looks.MIDDLE : Looks.DARK);
    sheet.value(IDS, column, field.name());
    Looks.id(sheet, IDS, column, Looks.PALE);
    sheet.width(column, width(field, list));
    boolean figure = field.role() == Role.MEASURE;
    if (figure) {
      sheet.style(column).format(Looks.TEXT).horizontalAlignment("right").set();
      Looks.lined(sheet.range(FIRST, column, IDS + rows, column).style())
          .horizontalAlignment("right")
          .indent(1)
          .set();
    } else {
      sheet.style(column).format(Looks.TEXT).set();
      Looks.lined(sheet.range(FIRST, column, IDS + rows, column).style()).set();
    }
    if (list != null) {
      dropDown(sheet.range(FIRST, column, LAST, column), codes.range(list), texts);
    }
  }

  /** Wide enough for the id and for three of four entries. */
  private static double width(Field field, @Nullable Choices list) {
    int wanted = field.type().kind() == Kind.TEXT ? WIDEST : 0;
    if (list != null) {
      List<Integer> lengths = list.all().stream().map(c -> c.label().length()).sorted().toList();
      wanted = lengths.get(lengths.size() * 3 / 4) + 3;
    }
    int atLeast = Math.max(NARROWEST, field.name().length());
    return Math.max(atLeast, Math.min(WIDEST, wanted));
  }

  /** A drop-down that warns of what is not in it: a code alone is right too. */
  static void dropDown(Range cells, Range entries, Texts texts) {
    cells
        .validateWithList(entries)
        .errorStyle(DataValidationErrorStyle.WARNING)
        .showErrorMessage(true)
        .errorTitle(escaped(texts.ui("template.notListed.title")))
        .error(escaped(texts.ui("template.notListed")));
  }

  /** The library writes these texts into XML as they are. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
