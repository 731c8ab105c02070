package org.midex.tabular.internal.template;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Catalogue;
import org.midex.schema.CodeList;
import org.midex.schema.ValueType;
import org.midex.tabular.internal.Amount;
import org.midex.tabular.internal.Numbers;
import org.midex.tabular.internal.Translation;
import org.midex.tabular.internal.Typed;

/** The choices of one template, each list once. */
final class ChoiceBook {
  private static final String TRUTH = "true, false";

  private final Catalogue catalogue;
  private final String language;
  private final Map<String, Choices> known = new LinkedHashMap<>();

  ChoiceBook(Catalogue catalogue, String language) {
    this.catalogue = catalogue;
    this.language = language;
  }

  /** The choices for values of a type; null when they are not chosen from a list. */
  @Nullable Choices of(ValueType type) {
    CodeList list = type.list();
    if (list != null) {
      return known.computeIfAbsent(list.id(), id -> Choices.of(catalogue, list, language));
    }
    return type.kind() == ValueType.Kind.BOOLEAN
        ? known.computeIfAbsent(TRUTH, id -> Choices.ofTruth(catalogue.texts(language)))
        : null;
  }

  /** Those that were asked for so far, in that order. */
  Collection<Choices> all() {
    return known.values();
  }

  /** How cells with values of a type are read. */
  Translation translation(ValueType type) {
    Choices choices = of(type);
    if (choices != null) {
      return choices;
    }
    if (type.isNumber()) {
      return new Amount(Numbers.PLAIN, type.scale());
    }
    return type.kind() == ValueType.Kind.TEXT ? new Typed(type) : new Form(type);
  }
}
