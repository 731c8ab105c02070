package org.midex.tabular.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column's own spellings before another translation.
 *
 * @param tokens field texts by spelling
 */
public record Tokens(Map<String, String> tokens, Translation otherwise) implements Translation {
  public Tokens {
    tokens = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(tokens));
  }

  @Override
  public @Nullable String translate(String cell) {
    String token = tokens.get(cell);
    return token == null ? otherwise.translate(cell) : token;
  }

  @Override
  public String rule() {
    return otherwise.rule();
  }

  @Override
  public Map<String, String> details() {
    return otherwise.details();
  }

  @Override
  public Optional<String> suggest(String cell) {
    return otherwise.suggest(cell);
  }
}
