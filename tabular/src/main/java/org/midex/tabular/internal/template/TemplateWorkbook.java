package org.midex.tabular.internal.template;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.Texts;
import org.midex.schema.ValueType.Kind;

/** Writes a template as a workbook of three sheets: the table, the codes, the header. */
public final class TemplateWorkbook {
  private static final String PROGRAM = "MIDEX";

  private TemplateWorkbook() {}

  /**
   * Writes a template.
   *
   * @param marker what the template is of; its constants get no column
   * @param rows prepared rows of the table
   */
  public static void write(
      Catalogue catalogue, Marker marker, RowType theme, int rows, OutputStream out)
      throws IOException {
    Map<String, String> constants = marker.constants();
    Texts texts = catalogue.texts(marker.language());
    ChoiceBook choices = new ChoiceBook(catalogue, texts.language());
    List<Field> columns = TemplateFields.columns(theme, constants);
    boolean rightToLeft = isRightToLeft(texts, theme);
    try (Workbook workbook = new Workbook(out, PROGRAM, null)) {
      workbook.properties().setTitle(texts.themeName(theme));
      Worksheet data = workbook.newWorksheet(texts.ui("template.sheet.data"));
      Worksheet codes = workbook.newWorksheet(texts.ui("template.sheet.codes"));
      Worksheet header = workbook.newWorksheet(texts.ui("template.sheet.header"));
      List.of(data, codes, header).forEach(sheet -> SheetPages.set(sheet, rightToLeft));
      CodesSheet explained = new CodesSheet(codes, catalogue, texts);
      explained.writeColumns(columns, choices);
      for (Choices list : lists(catalogue, theme, columns, choices)) {
        explained.writeList(list, users(list, columns, choices));
      }
      new DataSheet(data, texts, choices, explained).write(columns, rows);
      new HeaderSheet(header, catalogue, theme, texts, choices, explained)
          .write(
              new Marker(
                  marker.version(), marker.theme(), marker.edition(), marker.language(), Map.of()),
              constants,
              places(columns, choices, texts, theme));
    }
  }

  /** Whether the language's own texts run so; what it lacks is said in English. */
  private static boolean isRightToLeft(Texts texts, RowType theme) {
    List<String> said = new ArrayList<>(List.of(texts.ui("template.how"), texts.themeName(theme)));
    theme.key().forEach(field -> said.add(texts.conceptName(field.name())));
    return said.stream().anyMatch(Looks::isRightToLeft);
  }

  /** Lists in the order of the columns, then those of the header. */
  private static Set<Choices> lists(
      Catalogue catalogue, RowType theme, List<Field> columns, ChoiceBook choices) {
    Set<Choices> lists = new LinkedHashSet<>();
    List.of(columns, HeaderSheet.fields(catalogue, theme))
        .forEach(
            fields ->
                fields.forEach(
                    field -> {
                      Choices list = choices.of(field.type());
                      if (list != null) {
                        lists.add(list);
                      }
                    }));
    return lists;
  }

  private static List<Field> users(Choices list, List<Field> columns, ChoiceBook choices) {
    return columns.stream().filter(field -> list.equals(choices.of(field.type()))).toList();
  }

  /** Values for the texts that say how to fill in. */
  private static Map<String, String> places(
      List<Field> columns, ChoiceBook choices, Texts texts, RowType theme) {
    String example =
        columns.stream()
            .map(field -> choices.of(field.type()))
            .filter(list -> list != null && list.all().size() > 1)
            .findFirst()
            .map(list -> list.all().get(list.all().size() / 2))
            .map(c -> String.join(" / ", c.label(), c.code(), c.name()))
            .orElse("");
    String periods =
        theme
            .time()
            .filter(f -> f.type().kind() == Kind.PERIOD)
            .map(f -> Form.example(f.type()))
            .orElse("");
    return Map.of(
        "data", texts.ui("template.sheet.data"),
        "codes", texts.ui("template.sheet.codes"),
        "header", texts.ui("template.sheet.header"),
        "example", example,
        "periods", periods);
  }
}
