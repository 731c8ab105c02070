package org.midex.tabular.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a cell's text into a field's text. */
public interface Translation {
  /** The field's text, or null when the cell has no translation. */
  @Nullable String translate(String cell);

  /**
   * The way back: cells that {@link #translate} turns into this text, the one to be preferred
   * first; empty when there are none.
   */
  List<String> spellings(String text);

  /** Whether the mapping has several spellings of equal right for this text. */
  default boolean isAmbiguous(String text) {
    return false;
  }

  /** Id of the rule that a cell without translation breaks. */
  String rule();

  /** Values for that rule's detail message. */
  default Map<String, String> details() {
    return Map.of();
  }

  /** What a cell without translation probably means. */
  default Optional<String> suggest(String cell) {
    return Optional.empty();
  }
}
