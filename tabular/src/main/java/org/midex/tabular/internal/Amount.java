package org.midex.tabular.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number that is no figure of its own, such as a coordinate.
 *
 * @param scale digits after the point
 */
public record Amount(Numbers numbers, int scale) implements Translation {
  @Override
  public @Nullable String translate(String cell) {
    return numbers.parse(cell, scale);
  }

  @Override
  public List<String> spellings(String number) {
    return List.of(numbers.spelling(number));
  }

  @Override
  public String rule() {
    return "MDX-I02";
  }
}
