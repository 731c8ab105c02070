package org.midex.tabular.internal;

import java.util.List;

/**
 * Rows that are left out because of what stands in one column.
 *
 * @param texts what the cells hold, or with {@link Kind#FROM} begin with
 * @param why in the mapping's words
 */
public record Skip(String heading, Kind kind, List<String> texts, String why) {
  /** Which rows are left out. */
  public enum Kind {
    /** Those with one of the texts. */
    THESE,
    /** Those with any other text. */
    OTHERS,
    /** The first that begins with one of the texts, and all below: notes under a table. */
    FROM
  }

  public Skip {
    texts = List.copyOf(texts);
  }

  boolean applies(String cell) {
    return switch (kind) {
      case THESE -> texts.contains(cell);
      case OTHERS -> !texts.contains(cell);
      case FROM -> texts.stream().anyMatch(cell::startsWith);
    };
  }
}
