package org.midex.tabular.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;
import org.midex.schema.internal.YamlFile.Value;

/** Reads what gives several fields at once: patterns and tables of tokens. */
final class SplitLoader {
  private final FieldLoader fields;
  private final Faults faults;

  SplitLoader(FieldLoader fields, Faults faults) {
    this.fields = fields;
    this.faults = faults;
  }

  /**
   * A pattern and the fields at its places.
   *
   * @param specs how each field is read; a field that is not named there is read in the standard's
   *     own form
   */
  PatternSplit pattern(Value pattern, @Nullable Value specs) {
    TextPattern text = parse(pattern);
    Set<String> unused = specs == null ? new HashSet<>() : new HashSet<>(specs.map().keySet());
    Map<Field, Translation> parts = new LinkedHashMap<>();
    for (String name : text.names()) {
      Field field = fields.field(pattern, name);
      requireNoFigure(field, pattern);
      Value spec = specs == null ? null : specs.get(name);
      unused.remove(name);
      parts.put(field, spec == null ? fields.standard(field) : translation(field, spec));
    }
    if (specs != null && !unused.isEmpty()) {
      throw specs.fault("the pattern '" + text + "' has no place for " + String.join(", ", unused));
    }
    return new PatternSplit(text, parts);
  }

  private Translation translation(Field field, Value spec) {
    faults.allow(spec, FieldLoader.TRANSLATION);
    return faults
        .attempt(() -> fields.translation(field, spec))
        .orElseGet(() -> fields.standard(field));
  }

  private static TextPattern parse(Value pattern) {
    try {
      return TextPattern.of(pattern.text());
    } catch (IllegalArgumentException e) {
      throw pattern.fault(String.valueOf(e.getMessage()));
    }
  }

  private static void requireNoFigure(Field field, Value place) {
    if (field.role() == Field.Role.MEASURE) {
      throw place.fault("a figure cannot be part of a text; its column is written {value: {}}");
    }
  }

  /** Fields that each read the text as a whole. */
  WholeSplit whole(Value specs) {
    Map<Field, Translation> parts = new LinkedHashMap<>();
    specs
        .map()
        .forEach(
            (name, spec) ->
                faults.run(
                    () -> {
                      Field field = fields.field(spec, name);
                      requireNoFigure(field, spec);
                      parts.put(field, translation(field, spec));
                    }));
    return new WholeSplit(parts);
  }

  /** Texts that stand for several fields each. */
  TokenSplit tokens(Value names, Value tokens) {
    List<Field> given = new ArrayList<>();
    for (Value name : names.list()) {
      Field field = fields.field(name);
      requireNoFigure(field, name);
      given.add(field);
    }
    Map<String, Map<Field, String>> meanings = new LinkedHashMap<>();
    tokens
        .map()
        .forEach(
            (token, meaning) -> faults.run(() -> meanings.put(token, meaning(given, meaning))));
    return new TokenSplit(given, meanings);
  }

  private Map<Field, String> meaning(List<Field> given, Value value) {
    Map<Field, String> meaning = fields.texts(value);
    for (Field field : meaning.keySet()) {
      if (!given.contains(field)) {
        throw value.fault(field.name() + " is not among the column's fields");
      }
    }
    for (Field field : given) {
      if (field.isKey() && !meaning.containsKey(field) && value.get(field.name()) == null) {
        throw value.fault(field.name() + " is part of the key and missing here");
      }
    }
    return meaning;
  }
}
