package org.midex.tabular.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;
import org.midex.schema.Nearest;

/**
 * A table of texts, each of which stands for several fields at once.
 *
 * @param tokens fields by text; attributes may be lacking
 */
public record TokenSplit(List<Field> fields, Map<String, Map<Field, String>> tokens)
    implements Splitting {
  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M} ,.'\u2019]+");

  public TokenSplit {
    fields = List.copyOf(fields);
    tokens = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(tokens));
  }

  @Override
  public @Nullable Map<Field, String> split(String text) {
    return tokens.get(text);
  }

  @Override
  public List<String> spellings(Map<Field, String> texts) {
    return tokens.entrySet().stream()
        .filter(token -> token.getValue().equals(texts))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public Fault fault(String text) {
    String names = fields.stream().map(Field::name).collect(Collectors.joining(", "));
    return new Fault(
        "MDX-I01",
        Map.of("scheme", "mapping", "list", names),
        text.length() > 100 ? Optional.empty() : nearest(text),
        false);
  }

  /** The mapping's own words are few; numbers and signs among them are not mistaken. */
  private Optional<String> nearest(String text) {
    return Nearest.spelling(text, tokens.keySet(), t -> tokens.getOrDefault(t, Map.of()))
        .or(
            () ->
                WORDS.matcher(text).matches()
                    ? Nearest.of(
                        text, tokens.keySet().stream().filter(WORDS.asMatchPredicate()).toList())
                    : Optional.empty());
  }
}
