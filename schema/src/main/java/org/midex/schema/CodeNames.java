package org.midex.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names that a list's codes have in any language, and the labels that published files give
 * them, without regard to case and accents. A name of two codes is none.
 */
final class CodeNames {
  private final Map<String, Optional<Code>> names = new HashMap<>();

  CodeNames(Catalogue catalogue, CodeList list) {
    for (String language : catalogue.languages()) {
      Texts texts = catalogue.texts(language);
      list.codes().forEach(code -> add(texts.name(list, code), code));
    }
    for (String scheme : catalogue.labelSchemes(list)) {
      catalogue.labels(list, scheme).forEach(this::add);
    }
  }

  private void add(String name, Code code) {
    names.merge(
        CodeSearch.fold(name),
        Optional.of(code),
        (one, other) -> one.equals(other) ? one : Optional.empty());
  }

  Optional<Code> find(String name) {
    return names.getOrDefault(CodeSearch.fold(name.strip()), Optional.empty());
  }
}
