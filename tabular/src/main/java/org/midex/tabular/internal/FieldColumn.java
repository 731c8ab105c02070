package org.midex.tabular.internal;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.midex.schema.Field;

/**
 * A column, or several together, that gives one field of the row.
 *
 * @param headings the columns; their cells are joined by {@link #SEPARATOR} before translation
 * @param absent texts that say nothing: the field is then absent, or what the plan's constants say
 * @param optional whether the table may lack the column, for attributes only
 */
public record FieldColumn(
    List<String> headings,
    Field field,
    Translation translation,
    Set<String> absent,
    boolean optional) {
  /** U+001F, the unit separator of ISO 646: no table's cell holds it. */
  public static final String SEPARATOR = "\u001F";

  public FieldColumn {
    headings = List.copyOf(headings);
    absent = Collections.unmodifiableSet(new LinkedHashSet<>(absent));
  }
}
