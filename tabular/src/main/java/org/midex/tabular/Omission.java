package org.midex.tabular;

import org.jspecify.annotations.Nullable;

/**
 * Something that a table may leave out although the message says it, because whoever writes the
 * table says so.
 *
 * @param field an attribute, of the observations or the dataset
 * @param text the only text of it to leave out; null for all
 */
public record Omission(String field, @Nullable String text) {
  /** From {@code FIELD} or {@code FIELD=TEXT}. */
  public static Omission parse(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new Omission(text, null)
        : new Omission(text.substring(0, equals), text.substring(equals + 1));
  }

  boolean covers(String name, String value) {
    return field.equals(name) && (text == null || text.equals(value));
  }
}
