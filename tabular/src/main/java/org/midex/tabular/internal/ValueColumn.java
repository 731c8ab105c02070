package org.midex.tabular.internal;

import java.util.Map;
import org.midex.schema.Field;

/**
 * A column of figures. A table with several is wide: each has codes of its own for the dimensions
 * that tell them apart.
 *
 * @param codes what this column's figures have in common, by field
 * @param optional whether the table may lack the column
 */
public record ValueColumn(String heading, Map<Field, String> codes, boolean optional) {
  public ValueColumn {
    codes = Map.copyOf(codes);
  }
}
