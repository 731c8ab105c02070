package org.midex.tabular.internal;

import java.util.List;

/**
 * A column that must say the same throughout, and gives nothing.
 *
 * @param only texts that it may hold, in the order of the mapping
 */
public record CheckedColumn(String heading, List<String> only) {
  public CheckedColumn {
    only = List.copyOf(only);
  }
}
