package org.midex.tabular.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.Lexical;
import org.midex.schema.ValueType;

/** The text as it stands, where it is a value of the field's type. */
public record Typed(ValueType type) implements Translation {
  @Override
  public @Nullable String translate(String cell) {
    return Lexical.matches(type, cell) ? cell : null;
  }

  @Override
  public List<String> spellings(String text) {
    return List.of(text);
  }

  @Override
  public String rule() {
    return "MDX-I01";
  }

  @Override
  public Map<String, String> details() {
    String kind = type.kind().name().toLowerCase(Locale.ROOT);
    return Map.of("scheme", kind, "list", kind);
  }
}
