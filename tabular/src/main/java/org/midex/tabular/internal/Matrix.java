package org.midex.tabular.internal;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.midex.schema.Field;

/**
 * Columns of figures that are not named one by one: their headings say what the figures are of.
 *
 * @param splitting what a heading gives
 * @param codes what the figures have in common besides, by field
 */
public record Matrix(Splitting splitting, Map<Field, String> codes) {
  public Matrix {
    codes = Map.copyOf(codes);
  }

  /** Fields that each of the columns gives. */
  public Set<Field> fields() {
    Set<Field> fields = new LinkedHashSet<>(codes.keySet());
    fields.addAll(splitting.fields());
    return fields;
  }

  /** The pattern of its headings, for messages. */
  @Override
  public String toString() {
    return splitting instanceof PatternSplit split
        ? split.pattern().toString()
        : splitting.toString();
  }
}
