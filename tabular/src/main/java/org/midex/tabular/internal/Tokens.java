package org.midex.tabular.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
  public List<String> spellings(String text) {
    List<String> cells = new ArrayList<>(own(text));
    otherwise.spellings(text).stream()
        .filter(cell -> !cells.contains(cell) && text.equals(translate(cell)))
        .forEach(cells::add);
    return cells;
  }

  private List<String> own(String text) {
    return tokens.entrySet().stream()
        .filter(token -> token.getValue().equals(text))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public boolean isAmbiguous(String text) {
    int own = own(text).size();
    return own > 1 || (own == 0 && otherwise.isAmbiguous(text));
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
