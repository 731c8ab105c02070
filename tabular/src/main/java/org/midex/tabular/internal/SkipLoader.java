package org.midex.tabular.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.midex.schema.Nearest;
import org.midex.schema.internal.YamlFile.Value;

/** Reads which rows a mapping leaves out. */
final class SkipLoader {
  private SkipLoader() {}

  /**
   * One rule.
   *
   * @param headings columns that the mapping names
   */
  static Skip skip(Value value, Set<String> headings) {
    value.allow(Set.of("column", "cells", "except", "from", "why"));
    Value heading = value.require("column");
    if (!headings.contains(heading.text())) {
      throw heading.fault(
          "'"
              + heading.text()
              + "' is not among the columns"
              + Nearest.of(heading.text(), headings)
                  .map(n -> "; did you mean '" + n + "'?")
                  .orElse(""));
    }
    Map<String, Skip.Kind> kinds =
        Map.of("cells", Skip.Kind.THESE, "except", Skip.Kind.OTHERS, "from", Skip.Kind.FROM);
    List<String> named = kinds.keySet().stream().filter(k -> value.get(k) != null).toList();
    if (named.size() != 1) {
      throw value.fault("expected one of 'cells', 'except' and 'from'");
    }
    String kind = named.get(0);
    List<String> texts = value.require(kind).texts();
    if (kind.equals("from") && texts.contains("")) {
      throw value.require(kind).fault("every cell begins with an empty text");
    }
    return new Skip(
        heading.text(), kinds.getOrDefault(kind, Skip.Kind.THESE), texts, value.text("why"));
  }
}
