package org.midex.model;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One place where a problem is. Sinks ask for the parts they keep, so that an occurrence that is
 * only counted costs nothing more.
 */
public interface Occurrence {
  /** Number of the row, from 1; 0 for the message itself. */
  long record();

  /** The offending text, for the histogram of values; null where there is none. */
  default @Nullable String value() {
    return null;
  }

  /** What the sender of the value probably meant; null when there is no good guess. */
  default @Nullable String suggestion() {
    return null;
  }

  /** Values for the rule's detail message, such as {@code expected} and {@code found}. */
  default Map<String, String> details() {
    return Map.of();
  }

  /**
   * Key of the row, its dimensions and period in the theme's order, separated by colons; null where
   * there is no row, or it is no longer known.
   */
  default @Nullable String key() {
    return null;
  }

  /** Where it is, as far as that is known while reading. */
  default Location location() {
    return Location.ofRecord(record());
  }

  /** An occurrence with everything given. */
  static Occurrence at(Location location, @Nullable String value, Map<String, String> details) {
    return at(location, value, () -> null, details);
  }

  /**
   * An occurrence with everything given.
   *
   * @param suggestion what was probably meant; asked only if that is kept
   */
  static Occurrence at(
      Location location,
      @Nullable String value,
      Supplier<@Nullable String> suggestion,
      Map<String, String> details) {
    return new Occurrence() {
      @Override
      public long record() {
        return location.record();
      }

      @Override
      public @Nullable String value() {
        return value;
      }

      @Override
      public @Nullable String suggestion() {
        return suggestion.get();
      }

      @Override
      public Map<String, String> details() {
        return details;
      }

      @Override
      public Location location() {
        return location;
      }
    };
  }
}
