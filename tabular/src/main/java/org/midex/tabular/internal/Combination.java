package org.midex.tabular.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Several cells that make one code together, as {@link FieldColumn#SEPARATOR} joins them. */
public record Combination(String list, Map<String, String> codes) implements Translation {
  public Combination {
    codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
  }

  static String joined(List<String> cells) {
    return String.join(FieldColumn.SEPARATOR, cells);
  }

  @Override
  public @Nullable String translate(String cell) {
    return codes.get(cell);
  }

  @Override
  public List<String> spellings(String code) {
    return codes.entrySet().stream()
        .filter(e -> e.getValue().equals(code))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public boolean isAmbiguous(String code) {
    return spellings(code).size() > 1;
  }

  @Override
  public String rule() {
    return "MDX-I01";
  }

  @Override
  public Map<String, String> details() {
    return Map.of("scheme", "mapping", "list", list);
  }
}
