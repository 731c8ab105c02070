package org.midex.tabular.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;

/**
 * Fields that each read the text as a whole: a code for it, and the words themselves.
 *
 * @param parts translation of the text for each field
 */
public record WholeSplit(Map<Field, Translation> parts) implements Splitting {
  public WholeSplit {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  @Override
  public List<Field> fields() {
    return List.copyOf(parts.keySet());
  }

  @Override
  public @Nullable Map<Field, String> split(String text) {
    Map<Field, String> fields = new LinkedHashMap<>();
    for (Map.Entry<Field, Translation> part : parts.entrySet()) {
      String translated = part.getValue().translate(text);
      if (translated == null) {
        return null;
      }
      fields.put(part.getKey(), translated);
    }
    return fields;
  }

  @Override
  public List<String> spellings(Map<Field, String> texts) {
    return parts.entrySet().stream()
        .filter(part -> texts.containsKey(part.getKey()))
        .flatMap(part -> part.getValue().spellings(texts.getOrDefault(part.getKey(), "")).stream())
        .distinct()
        .filter(text -> texts.equals(split(text)))
        .toList();
  }

  @Override
  public Fault fault(String text) {
    return parts.values().stream()
        .filter(part -> part.translate(text) == null)
        .findFirst()
        .map(part -> Fault.of(part, text))
        .orElseGet(() -> new Fault("MDX-I01", Map.of(), Optional.empty(), false));
  }
}
