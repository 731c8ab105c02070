package org.midex;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.Location;
import org.midex.schema.Field;

/**
 * One row of a message as it was sent, rightly or wrongly.
 *
 * @param number its number, from 1; the number of the last row when there is none of that number
 * @param location where it is; null when there is no such row
 * @param text the row as it stands in the file, or null where the syntax is not text
 * @param fields what was sent, in the order of the fields; empty when there is no such row
 */
public record ShownRow(
    long number, @Nullable Location location, @Nullable String text, Map<Field, String> fields) {
  public ShownRow {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
