package org.midex.tabular.internal;

import org.jspecify.annotations.Nullable;
import org.midex.schema.ValueType;

/**
 * Numbers as they are written in cells.
 *
 * @param type a number
 */
public record Figures(Numbers numbers, ValueType type) implements Translation {
  @Override
  public @Nullable String translate(String cell) {
    return numbers.parse(cell, type.scale());
  }

  @Override
  public String rule() {
    return "MDX-I02";
  }
}
