package org.midex.conformance.wording;

import java.util.Map;

/** A language. The texts are those of the catalogue, which this module does not know. */
public interface Wording {
  /**
   * A text with its values filled in.
   *
   * @param key such as {@code conformance.wrong.value}
   */
  String text(String key, Map<String, String> values);

  /** A text without values. */
  default String text(String key) {
    return text(key, Map.of());
  }
}
