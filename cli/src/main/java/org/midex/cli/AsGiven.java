package org.midex.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options as they could be typed again. */
final class AsGiven {
  private AsGiven() {}

  /**
   * Options that have a value.
   *
   * @param namesAndValues in turn; a value that is null was not given
   */
  static List<String> of(@Nullable Object... namesAndValues) {
    List<String> given = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value != null) {
        given.add(String.valueOf(namesAndValues[i]));
        given.add(value.toString());
      }
    }
    return given;
  }
}
