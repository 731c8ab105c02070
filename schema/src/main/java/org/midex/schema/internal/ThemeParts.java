package org.midex.schema.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Catalogue;
import org.midex.schema.Check;
import org.midex.schema.CodeList;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/**
 * Reads roles, mirrors and checks of a theme against its key: every dimension and code that they
 * name must exist.
 */
final class ThemeParts {
  private static final Set<String> ROLES = Set.of("origin", "transit", "destination");

  private final Map<String, CodeList> key;
  private final Map<String, ValueType> numbers;

  /**
   * @param key lists of the coded dimensions
   * @param numbers types of the fields that are numbers
   */
  ThemeParts(Map<String, CodeList> key, Map<String, ValueType> numbers) {
    this.key = key;
    this.numbers = numbers;
  }

  String dimension(YamlFile.Value value) {
    return known(value.text(), value);
  }

  Map<String, String> roles(YamlFile.@Nullable Value value) {
    Map<String, String> roles = new LinkedHashMap<>();
    if (value != null) {
      value.allow(ROLES).map().forEach((role, dimension) -> roles.put(role, dimension(dimension)));
    }
    return roles;
  }

  List<RowType.Mirror> mirrors(List<YamlFile.Value> values) {
    return values.stream().map(this::mirror).toList();
  }

  /** The partner's theme cannot be read yet: what is said of it is checked when all are loaded. */
  private RowType.Mirror mirror(YamlFile.Value value) {
    value.allow(Set.of("theme", "dimensions", "codes", "where", "there", "note"));
    Map<String, String> dimensions = new LinkedHashMap<>();
    value
        .require("dimensions")
        .map()
        .forEach((own, other) -> dimensions.put(known(own, other), other.text()));
    Map<String, List<String>> there = new LinkedHashMap<>();
    entries(value.get("there")).forEach((other, codes) -> there.put(other, codes.texts()));
    return new RowType.Mirror(
        value.text("theme"),
        dimensions,
        sameCodes(value.get("codes"), dimensions),
        where(value.get("where")),
        there,
        value.text("note"));
  }

  private Map<String, Map<String, String>> sameCodes(
      YamlFile.@Nullable Value value, Map<String, String> dimensions) {
    Map<String, Map<String, String>> same = new LinkedHashMap<>();
    entries(value)
        .forEach(
            (dimension, codes) -> {
              if (!dimensions.containsKey(dimension)) {
                throw codes.fault("'" + dimension + "' is not among the mirror's dimensions");
              }
              Map<String, String> pairs = new LinkedHashMap<>();
              codes
                  .map()
                  .forEach((own, other) -> pairs.put(code(dimension, own, other), other.text()));
              same.put(dimension, pairs);
            });
    return same;
  }

  /** One entry of {@code checks}: {@code rule}, and the kind with its arguments. */
  Check check(YamlFile.Value value, Catalogue catalogue) {
    Map<String, YamlFile.Value> entries = value.map();
    YamlFile.Value rule = value.require("rule");
    if (!catalogue.ruleIds().contains(rule.text())) {
      throw rule.fault("no rule " + rule.text() + " in rules.yaml");
    }
    if (entries.size() != 2) {
      throw value.fault("a check has a rule and one kind");
    }
    Map.Entry<String, YamlFile.Value> kindEntry =
        entries.entrySet().stream()
            .filter(e -> !e.getKey().equals("rule"))
            .findFirst()
            .orElseThrow();
    YamlFile.Value arguments = kindEntry.getValue();
    Check.Kind kind = kind(kindEntry.getKey(), arguments);
    Map<String, List<String>> where = where(arguments.get("where"));
    switch (kind) {
      case SUM, AT_MOST -> {
        arguments.allow(Set.of("dimension", "total", "parts", "optional", "where"));
        String dimension = dimension(arguments.require("dimension"));
        return new Check(
            rule.text(),
            kind,
            List.of(dimension),
            codes(dimension, arguments.require("total")).get(0),
            codes(dimension, arguments.require("parts")),
            codes(dimension, arguments.get("optional")),
            where);
      }
      case TILES -> {
        arguments.allow(Set.of("dimension", "optional", "where"));
        String dimension = dimension(arguments.require("dimension"));
        return new Check(
            rule.text(),
            kind,
            List.of(dimension),
            null,
            List.of(),
            codes(dimension, arguments.get("optional")),
            where);
      }
      case MEMBERS, CLASSES, STATED -> {
        arguments.allow(Set.of("dimension", "where"));
        return new Check(
            rule.text(),
            kind,
            List.of(dimension(arguments.require("dimension"))),
            null,
            List.of(),
            List.of(),
            where);
      }
      case WITHIN -> {
        return within(
            rule.text(), arguments.allow(Set.of("field", "least", "most", "where")), where);
      }
      case DIFFER, SAME -> {
        arguments.allow(Set.of("dimensions", "where"));
        List<String> dimensions =
            arguments.require("dimensions").list().stream().map(this::dimension).toList();
        if (dimensions.size() != 2) {
          throw arguments.fault("expected two dimensions, found " + dimensions.size());
        }
        return new Check(rule.text(), kind, dimensions, null, List.of(), List.of(), where);
      }
    }
    throw new IllegalStateException(kind.name());
  }

  private Check within(String rule, YamlFile.Value arguments, Map<String, List<String>> where) {
    YamlFile.Value name = arguments.require("field");
    ValueType type = numbers.get(name.text());
    if (type == null) {
      throw name.fault("'" + name.text() + "' is no number of the row " + numbers.keySet());
    }
    List<String> bounds = List.of(arguments.text("least"), arguments.text("most"));
    for (String bound : bounds) {
      if (!bound.matches("-?[0-9]{1,15}")) {
        throw arguments.fault("expected a whole number, found '" + bound + "'");
      }
    }
    return new Check(rule, Check.Kind.WITHIN, List.of(name.text()), null, bounds, List.of(), where);
  }

  private static Check.Kind kind(String name, YamlFile.Value where) {
    try {
      return Check.Kind.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw where.fault("'" + name + "' is no kind of check");
    }
  }

  private Map<String, List<String>> where(YamlFile.@Nullable Value value) {
    Map<String, List<String>> where = new LinkedHashMap<>();
    entries(value)
        .forEach((dimension, codes) -> where.put(dimension, codes(known(dimension, codes), codes)));
    return where;
  }

  private static Map<String, YamlFile.Value> entries(YamlFile.@Nullable Value value) {
    return value == null ? Map.of() : value.map();
  }

  private String known(String dimension, YamlFile.Value at) {
    if (!key.containsKey(dimension)) {
      throw at.fault("'" + dimension + "' is no coded dimension of the key " + key.keySet());
    }
    return dimension;
  }

  private List<String> codes(String dimension, YamlFile.@Nullable Value value) {
    if (value == null) {
      return List.of();
    }
    value.texts().forEach(code -> code(dimension, code, value));
    return value.texts();
  }

  private String code(String dimension, String code, YamlFile.Value at) {
    CodeList list = Objects.requireNonNull(key.get(dimension));
    if (list.find(code).isEmpty()) {
      throw at.fault("no code " + code + " in " + list.id());
    }
    return code;
  }
}
