package org.midex.tabular.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;

/**
 * What a mapping makes of a table's columns.
 *
 * @param constants fields that are the same in every row
 * @param fields columns that give a dimension, the period or an attribute
 * @param values columns of figures
 * @param flags the column of flags, or null
 * @param ignored headings of columns that are left out, and why
 * @param numbers how figures are written
 * @param missing tokens that stand for no figure, and the attributes that say why; no attributes
 *     when there is nothing to say: the cell is declared empty
 * @param keepsGaps whether a row without a figure is an observation all the same; its attributes
 *     say why there is none
 */
public record Plan(
    Map<Field, String> constants,
    List<FieldColumn> fields,
    List<ValueColumn> values,
    @Nullable Flags flags,
    Map<String, String> ignored,
    Numbers numbers,
    Map<String, Map<Field, String>> missing,
    boolean keepsGaps) {
  public Plan {
    constants = Map.copyOf(constants);
    fields = List.copyOf(fields);
    values = List.copyOf(values);
    ignored = Map.copyOf(ignored);
    missing = Map.copyOf(missing);
  }
}
