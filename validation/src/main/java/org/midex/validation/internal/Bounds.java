package org.midex.validation.internal;

import org.jspecify.annotations.Nullable;
import org.midex.schema.Code;

/**
 * Bounds of a class, both included: the code's properties {@code min} and {@code max}; no {@code
 * max} means no end.
 */
public record Bounds(long min, long max) {
  /** Null for a code that is no class. */
  public static @Nullable Bounds of(Code code) {
    String min = code.properties().get("min");
    String max = code.properties().get("max");
    return min == null
        ? null
        : new Bounds(Long.parseLong(min), max == null ? Long.MAX_VALUE : Long.parseLong(max));
  }

  public boolean contains(Bounds other) {
    return min <= other.min && other.max <= max;
  }

  public boolean overlapsInPart(Bounds other) {
    return min <= other.max && other.min <= max && !contains(other) && !other.contains(this);
  }
}
