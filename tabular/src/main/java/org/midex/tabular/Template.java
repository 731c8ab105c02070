package org.midex.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.midex.model.Lexical;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.tabular.internal.template.Marker;
import org.midex.tabular.internal.template.TemplateCsv;
import org.midex.tabular.internal.template.TemplateFields;
import org.midex.tabular.internal.template.TemplateWorkbook;

/**
 * A table of a theme for people to fill in; {@link FilledTemplate} reads it back.
 *
 * @param language two-letter code of ISO 639-1: of headings, names and explanations
 * @param constants what is the same in every row, by field: these dimensions get no column; dataset
 *     attributes too
 * @param rows prepared rows; a workbook's text format and drop-downs go on below them
 */
public record Template(RowType theme, String language, Map<String, String> constants, int rows) {
  /** Prepared rows when nobody says how many. */
  public static final int ROWS = 500;

  public static final int MAX_ROWS = 100_000;

  /**
   * @throws IllegalArgumentException when a constant is no field of the theme, or not one that can
   *     be constant, or its value is not the field's; or there are too few or too many rows
   */
  public Template {
    constants = Map.copyOf(constants);
    for (Map.Entry<String, String> constant : constants.entrySet()) {
      Field field =
          TemplateFields.constant(theme, constant.getKey())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          theme.id() + " has no dimension " + constant.getKey()));
      if (!isValue(field, constant.getValue())) {
        throw new IllegalArgumentException(
            constant.getKey() + " has no value " + constant.getValue());
      }
    }
    if (rows < 1 || rows > MAX_ROWS) {
      throw new IllegalArgumentException("expected 1 to " + MAX_ROWS + " rows, found " + rows);
    }
  }

  /** Fields that may be the same in every row: dimensions, the period, the dataset's attributes. */
  public static List<Field> possibleConstants(RowType theme) {
    return TemplateFields.constants(theme);
  }

  /** Whether a text is a value of a field. */
  public static boolean isValue(Field field, String text) {
    return Lexical.matches(field.type(), text);
  }

  /** Writes an XLSX workbook: the table, the codes, the header and how to fill in. */
  public void writeWorkbook(Catalogue catalogue, OutputStream out) throws IOException {
    TemplateWorkbook.write(catalogue, marker(catalogue), theme, rows, out);
  }

  /** Writes a CSV file of one line: the ids of the columns and what the file is. */
  public void writeCsv(Catalogue catalogue, OutputStream out) throws IOException {
    TemplateCsv.write(marker(catalogue), theme, out);
  }

  private Marker marker(Catalogue catalogue) {
    return new Marker(Marker.VERSION, theme.id(), catalogue.edition().date(), language, constants);
  }
}
