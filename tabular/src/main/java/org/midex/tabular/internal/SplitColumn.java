package org.midex.tabular.internal;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A column whose cells give several fields.
 *
 * @param absent texts that say nothing: the fields, all attributes, are then absent
 * @param optional whether the table may lack the column, for attributes only
 */
public record SplitColumn(
    String heading, Splitting splitting, Set<String> absent, boolean optional) {
  public SplitColumn {
    absent = Collections.unmodifiableSet(new LinkedHashSet<>(absent));
  }
}
