package org.midex.tabular.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;

/**
 * Fields that stand at the places of a pattern.
 *
 * @param parts translation of the text at each place
 */
public record PatternSplit(TextPattern pattern, Map<Field, Translation> parts)
    implements Splitting {
  private static final List<String> ANY_TEXT = List.of("", "-");

  /** More are not tried. */
  private static final int MAX_SPELLINGS = 100;

  public PatternSplit {
    parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  @Override
  public List<Field> fields() {
    return List.copyOf(parts.keySet());
  }

  @Override
  public @Nullable Map<Field, String> split(String text) {
    Map<String, String> found = pattern.read(text, (name, cell) -> part(name).translate(cell));
    if (found == null) {
      return null;
    }
    Map<Field, String> fields = new LinkedHashMap<>();
    for (Field field : parts.keySet()) {
      fields.put(field, Objects.requireNonNull(found.get(field.name())));
    }
    return fields;
  }

  /** What stood in the places of any text is not known any more: nothing, or a dash. */
  @Override
  public List<String> spellings(Map<Field, String> texts) {
    List<String> spellings = List.of("");
    for (TextPattern.Piece piece : pattern.pieces()) {
      List<String> longer = new ArrayList<>();
      for (String start : spellings) {
        at(piece, texts).forEach(text -> longer.add(start + text));
      }
      spellings = longer.subList(0, Math.min(MAX_SPELLINGS, longer.size()));
    }
    return spellings.stream().map(String::strip).filter(text -> texts.equals(split(text))).toList();
  }

  private List<String> at(TextPattern.Piece piece, Map<Field, String> texts) {
    if (!piece.place()) {
      return List.of(piece.text());
    }
    for (Map.Entry<Field, Translation> part : parts.entrySet()) {
      if (part.getKey().name().equals(piece.text())) {
        String text = texts.get(part.getKey());
        return text == null ? List.of() : part.getValue().spellings(text);
      }
    }
    return ANY_TEXT;
  }

  private Translation part(String name) {
    for (Map.Entry<Field, Translation> part : parts.entrySet()) {
      if (part.getKey().name().equals(name)) {
        return part.getValue();
      }
    }
    throw new IllegalStateException(name);
  }

  /** Where the text fits but for the meaning of one part, it is that part's fault. */
  @Override
  public Fault fault(String text) {
    Map<String, String> raw = pattern.read(text, (name, cell) -> cell);
    if (raw != null) {
      for (Map.Entry<Field, Translation> part : parts.entrySet()) {
        String cell = Objects.requireNonNull(raw.get(part.getKey().name()));
        if (part.getValue().translate(cell) == null) {
          return Fault.of(part.getValue(), cell);
        }
      }
    }
    return new Fault(
        "MDX-I01",
        Map.of("scheme", "mapping", "list", pattern.toString()),
        Optional.empty(),
        false);
  }
}
