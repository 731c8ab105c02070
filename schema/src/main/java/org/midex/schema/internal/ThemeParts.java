package org.midex.schema.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Balance;
import org.midex.schema.Catalogue;
import org.midex.schema.Check;
import org.midex.schema.CodeList;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/**
 * Reads roles, mirrors, checks and balances of a theme against its key: every dimension and code
 * that they name must exist.
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
    value.allow(
        Set.of("theme", "dimensions", "codes", "where", "there", "also", "without", "note"));
    Map<String, String> dimensions = new LinkedHashMap<>();
    value
        .require("dimensions")
        .map()
        .forEach((own, other) -> dimensions.put(known(own, other), other.text()));
    return new RowType.Mirror(
        value.text("theme"),
        dimensions,
        sameCodes(value.get("codes"), dimensions),
        where(value.get("where")),
        there(value.get("there")),
        also(value.get("also"), dimensions),
        where(value.get("without")),
        value.text("note"));
  }

  /** Codes of another theme, which is not loaded yet. */
  private static Map<String, List<String>> there(YamlFile.@Nullable Value value) {
    Map<String, List<String>> there = new LinkedHashMap<>();
    entries(value).forEach((dimension, codes) -> there.put(dimension, codes.texts()));
    return there;
  }

  private Map<String, Map<String, List<String>>> also(
      YamlFile.@Nullable Value value, Map<String, String> dimensions) {
    Map<String, Map<String, List<String>>> also = new LinkedHashMap<>();
    entries(value)
        .forEach(
            (dimension, codes) -> {
              requireMirrored(dimension, dimensions, codes);
              Map<String, List<String>> further = new LinkedHashMap<>();
              codes
                  .map()
                  .forEach(
                      (code, others) ->
                          further.put(code(dimension, code, others), codes(dimension, others)));
              also.put(dimension, further);
            });
    return also;
  }

  private static void requireMirrored(
      String dimension, Map<String, String> dimensions, YamlFile.Value at) {
    if (!dimensions.containsKey(dimension)) {
      throw at.fault("'" + dimension + "' is not among the mirror's dimensions");
    }
  }

  /** One entry of {@code balances}. What is said of other themes is checked when all are loaded. */
  Balance balance(YamlFile.Value value, Catalogue catalogue) {
    value.allow(Set.of("rule", "relation", "dimensions", "where", "plus", "minus"));
    List<String> dimensions =
        value.require("dimensions").list().stream().map(this::dimension).toList();
    List<Balance.Term> plus = value.list("plus").stream().map(t -> term(t, dimensions)).toList();
    if (plus.isEmpty()) {
      throw value.fault("a balance needs a term in 'plus'");
    }
    return new Balance(
        rule(value.require("rule"), catalogue),
        relation(value.require("relation")),
        dimensions,
        where(value.get("where")),
        plus,
        value.list("minus").stream().map(t -> term(t, dimensions)).toList());
  }

  private static Balance.Relation relation(YamlFile.Value value) {
    return switch (value.text()) {
      case "equal" -> Balance.Relation.EQUAL;
      case "at_most" -> Balance.Relation.AT_MOST;
      default -> throw value.fault("expected equal or at_most, found '" + value.text() + "'");
    };
  }

  /** Dimensions that a term does not name are called alike there. */
  private static Balance.Term term(YamlFile.Value value, List<String> dimensions) {
    value.allow(Set.of("theme", "before", "dimensions", "where"));
    Map<String, YamlFile.Value> named = entries(value.get("dimensions"));
    Map<String, String> all = new LinkedHashMap<>();
    for (String dimension : dimensions) {
      YamlFile.Value other = named.get(dimension);
      all.put(dimension, other == null ? dimension : other.text());
    }
    named.forEach(
        (dimension, other) -> {
          if (!dimensions.contains(dimension)) {
            throw other.fault("'" + dimension + "' is not among the balance's dimensions");
          }
        });
    return new Balance.Term(
        value.text("theme"),
        value.text("before", "false").equals("true"),
        all,
        there(value.get("where")));
  }

  private static String rule(YamlFile.Value rule, Catalogue catalogue) {
    if (!catalogue.ruleIds().contains(rule.text())) {
      throw rule.fault("no rule " + rule.text() + " in rules.yaml");
    }
    return rule.text();
  }

  private Map<String, Map<String, String>> sameCodes(
      YamlFile.@Nullable Value value, Map<String, String> dimensions) {
    Map<String, Map<String, String>> same = new LinkedHashMap<>();
    entries(value)
        .forEach(
            (dimension, codes) -> {
              requireMirrored(dimension, dimensions, codes);
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
    String rule = rule(value.require("rule"), catalogue);
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
            rule,
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
            rule,
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
            rule,
            kind,
            List.of(dimension(arguments.require("dimension"))),
            null,
            List.of(),
            List.of(),
            where);
      }
      case WITHIN -> {
        return within(rule, arguments.allow(Set.of("field", "least", "most", "where")), where);
      }
      case DIFFER, SAME -> {
        arguments.allow(Set.of("dimensions", "where"));
        List<String> dimensions =
            arguments.require("dimensions").list().stream().map(this::dimension).toList();
        if (dimensions.size() != 2) {
          throw arguments.fault("expected two dimensions, found " + dimensions.size());
        }
        return new Check(rule, kind, dimensions, null, List.of(), List.of(), where);
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
