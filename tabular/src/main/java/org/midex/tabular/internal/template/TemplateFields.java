package org.midex.tabular.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** Which of a theme's fields are columns of a template, and which are said once for all rows. */
public final class TemplateFields {
  private TemplateFields() {}

  /** Fields that may be the same in every row: dimensions, the period, the dataset's attributes. */
  public static List<Field> constants(RowType theme) {
    List<Field> constants = new ArrayList<>(theme.key());
    constants.addAll(theme.datasetFields());
    return constants;
  }

  /** One of {@link #constants} by name. */
  public static Optional<Field> constant(RowType theme, String name) {
    return constants(theme).stream().filter(f -> f.name().equals(name)).findFirst();
  }

  /** Fields that have a column, in the theme's order. */
  static List<Field> columns(RowType theme, Map<String, String> constants) {
    return theme.fields().stream().filter(f -> !constants.containsKey(f.name())).toList();
  }
}
