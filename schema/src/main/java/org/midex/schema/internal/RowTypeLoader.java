package org.midex.schema.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Catalogue;
import org.midex.schema.CatalogueSource;
import org.midex.schema.Check;
import org.midex.schema.CodeList;
import org.midex.schema.Concept;
import org.midex.schema.Extension;
import org.midex.schema.Field;
import org.midex.schema.Field.Role;
import org.midex.schema.Frequency;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/**
 * Loads themes and component types into row types. Theme files say {@code key}, {@code measure},
 * {@code attributes}; types say {@code fields}.
 */
public final class RowTypeLoader {
  private static final Set<Check.Kind> OF_SINGLE_ROWS =
      EnumSet.of(Check.Kind.DIFFER, Check.Kind.SAME, Check.Kind.WITHIN, Check.Kind.STATED);

  private static final Set<String> COMMON =
      Set.of("id", "name", "definition", "source", "since", "provisional");
  private static final Set<String> THEME =
      plus(
          COMMON,
          "stock",
          "unit",
          "units",
          "frequencies",
          "reporter",
          "roles",
          "mirrors",
          "key",
          "measure",
          "attributes",
          "dataset",
          "checks",
          "adds",
          "balances");
  private static final Set<String> TYPE = plus(COMMON, "fields");
  private static final String TIME = "TIME_PERIOD";
  private static final String VALUE = "OBS_VALUE";

  private final Catalogue catalogue;
  private final CatalogueSource source;

  private RowTypeLoader(Catalogue catalogue, CatalogueSource source) {
    this.catalogue = catalogue;
    this.source = source;
  }

  /** A file that only an extension has carries its id. */
  private void requireOwn(YamlFile.Value root, String folder, String id) {
    Extension extension = catalogue.extension().orElse(null);
    if (extension != null
        && !extension.owns(id)
        && !root.file().equals(source.layers().get(0).name(folder + "/" + id + ".yaml"))) {
      throw root.require("id")
          .fault(
              "an extension adds only what carries its id %s; '%s' does not"
                  .formatted(extension.id(), id));
    }
  }

  /**
   * The type of one file.
   *
   * @param folder {@code themes} or {@code types}
   * @return null when there is no such file
   */
  public static @Nullable RowType load(
      Catalogue catalogue, CatalogueSource source, String folder, String id) {
    YamlFile.Value root = YamlFile.read(source, folder + "/" + id + ".yaml");
    if (root == null) {
      return null;
    }
    if (!root.text("id").equals(id)) {
      throw root.require("id").fault("the id must be the file's name, " + id);
    }
    RowTypeLoader loader = new RowTypeLoader(catalogue, source);
    loader.requireOwn(root, folder, id);
    return folder.equals("themes")
        ? loader.theme(root.allow(THEME))
        : loader.component(root.allow(TYPE));
  }

  private static RowType.Description description(YamlFile.Value root) {
    YamlFile.Value provisional = root.get("provisional");
    return new RowType.Description(
        root.text("id"),
        root.text("name"),
        root.text("definition"),
        root.text("source"),
        root.text("since", "1.0"),
        provisional == null ? null : provisional.text().strip());
  }

  private RowType theme(YamlFile.Value root) {
    Set<Frequency> frequencies = frequencies(root.require("frequencies"));
    List<Field> fields = new ArrayList<>();
    root.require("key")
        .map()
        .forEach(
            (name, value) ->
                fields.add(
                    field(
                        value,
                        name,
                        fields.size(),
                        Role.DIMENSION,
                        dimensionType(value),
                        1,
                        "1.0")));
    fields.add(
        field(root, TIME, fields.size(), Role.TIME, ValueType.period(frequencies), 1, "1.0"));
    YamlFile.Value measure = root.require("measure").allow(Set.of("type", "scale", "negative"));
    fields.add(field(measure, VALUE, fields.size(), Role.MEASURE, measureType(measure), 0, "1.0"));
    addAttributes(root.get("attributes"), fields);
    if (fields.size() > RowType.MOST_FIELDS) {
      throw root.require("key")
          .fault(
              "a theme has at most %d fields, not %d"
                  .formatted(RowType.MOST_FIELDS, fields.size()));
    }
    List<Field> datasetFields = new ArrayList<>();
    addAttributes(root.get("dataset"), datasetFields);
    requireOneLevel(root, fields, datasetFields);
    ThemeParts parts = new ThemeParts(codedDimensions(fields), numbers(fields));
    RowType.Theme theme =
        new RowType.Theme(
            root.require("stock").flag(),
            root.text("unit"),
            units(root, Stream.concat(fields.stream(), datasetFields.stream())),
            List.copyOf(frequencies),
            parts.dimension(root.require("reporter")),
            parts.roles(root.get("roles")),
            parts.mirrors(root.list("mirrors")),
            measure.text("negative", "false").equals("true"),
            checks(root, parts),
            Set.copyOf(root.list("adds").stream().map(parts::dimension).toList()),
            root.list("balances").stream().map(b -> parts.balance(b, catalogue)).toList());
    return new RowType(RowType.Kind.OBSERVATION, description(root), fields, datasetFields, theme);
  }

  /** Codes of the list in which the theme states its unit. */
  private static List<String> units(YamlFile.Value root, Stream<Field> fields) {
    YamlFile.Value units = root.get("units");
    if (units == null) {
      return List.of();
    }
    CodeList list =
        fields
            .filter(field -> field.name().equals(RowType.UNIT_MEASURE))
            .map(field -> field.type().list())
            .flatMap(Stream::ofNullable)
            .findFirst()
            .orElseThrow(() -> units.fault("the theme has no " + RowType.UNIT_MEASURE));
    for (String code : units.texts()) {
      if (list.find(code).isEmpty()) {
        throw units.fault("no code " + code + " in " + list.id());
      }
    }
    return units.texts();
  }

  /** The theme's own checks, then those that an extension adds in {@code checks/THEME.yaml}. */
  private List<Check> checks(YamlFile.Value root, ThemeParts parts) {
    List<Check> checks = new ArrayList<>();
    root.list("checks").forEach(check -> checks.add(parts.check(check, catalogue)));
    for (CatalogueSource layer : source.layers()) {
      if (layer.extension() != null) {
        checks.addAll(added(layer, layer.extension(), root.text("id"), parts));
      }
    }
    long ofRows = checks.stream().filter(check -> OF_SINGLE_ROWS.contains(check.kind())).count();
    if (ofRows > RowType.MOST_ROW_CHECKS) {
      throw root.fault(
          "a theme has at most %d checks on single rows, with those of extensions, not %d"
              .formatted(RowType.MOST_ROW_CHECKS, ofRows));
    }
    return checks;
  }

  private List<Check> added(
      CatalogueSource layer, Extension extension, String theme, ThemeParts parts) {
    List<Check> checks = new ArrayList<>();
    YamlFile.Value root = YamlFile.read(layer, "checks/" + theme + ".yaml");
    if (root != null) {
      for (YamlFile.Value check : root.allow(Set.of("checks")).list("checks")) {
        if (!extension.owns(check.text("rule"))) {
          throw check.fault(
              "a check that an extension adds to a theme breaks a rule of its own, such as "
                  + extension.id()
                  + "-V01");
        }
        checks.add(parts.check(check, catalogue));
      }
    }
    return checks;
  }

  /** A code list, or {@code {type: identifier}} for what the sender numbers itself. */
  private ValueType dimensionType(YamlFile.Value value) {
    if (!value.isMap()) {
      return ValueType.code(list(value));
    }
    YamlFile.Value type = value.allow(Set.of("type")).require("type");
    if (kind(type) != ValueType.Kind.IDENTIFIER) {
      throw type.fault("a dimension is a code list or an identifier, found '" + type.text() + "'");
    }
    return ValueType.of(ValueType.Kind.IDENTIFIER);
  }

  private static Map<String, CodeList> codedDimensions(List<Field> fields) {
    Map<String, CodeList> coded = new LinkedHashMap<>();
    for (Field field : fields) {
      CodeList list = field.type().list();
      if (field.role() == Role.DIMENSION && list != null) {
        coded.put(field.name(), list);
      }
    }
    return coded;
  }

  private static Map<String, ValueType> numbers(List<Field> fields) {
    return fields.stream()
        .filter(field -> field.type().isNumber())
        .collect(Collectors.toMap(Field::name, Field::type));
  }

  private static Set<Frequency> frequencies(YamlFile.Value value) {
    Set<Frequency> frequencies = new LinkedHashSet<>();
    for (YamlFile.Value item : value.list()) {
      try {
        frequencies.add(Frequency.valueOf(item.text()));
      } catch (IllegalArgumentException e) {
        throw item.fault("expected a frequency such as A, Q or M, found '" + item.text() + "'");
      }
    }
    return frequencies;
  }

  private static ValueType measureType(YamlFile.Value measure) {
    return switch (measure.text("type")) {
      case "count" -> ValueType.of(ValueType.Kind.COUNT);
      case "amount", "rate" -> ValueType.amount(measure.require("scale").integer());
      default ->
          throw measure
              .require("type")
              .fault("expected count, amount or rate, found '" + measure.text("type") + "'");
    };
  }

  private void addAttributes(YamlFile.@Nullable Value attributes, List<Field> fields) {
    if (attributes == null) {
      return;
    }
    attributes
        .map()
        .forEach(
            (name, value) -> {
              boolean isMap = value.isMap();
              if (isMap) {
                value.allow(Set.of("list", "type", "scale", "required", "since"));
              }
              ValueType type = isMap ? attributeType(value) : ValueType.code(list(value));
              boolean required = isMap && value.text("required", "false").equals("true");
              String since = isMap ? value.text("since", "1.0") : "1.0";
              fields.add(
                  field(value, name, fields.size(), Role.ATTRIBUTE, type, required ? 1 : 0, since));
            });
  }

  private ValueType attributeType(YamlFile.Value value) {
    YamlFile.Value list = value.get("list");
    if (list != null) {
      return ValueType.code(list(list));
    }
    if (value.text("type").equals("amount")) {
      return ValueType.amount(value.require("scale").integer());
    }
    ValueType.Kind kind = kind(value.require("type"));
    return kind == ValueType.Kind.PERIOD
        ? ValueType.period(EnumSet.allOf(Frequency.class))
        : ValueType.of(kind);
  }

  private Field field(
      YamlFile.Value where,
      String name,
      int slot,
      Role role,
      ValueType type,
      int min,
      String since) {
    Concept concept =
        catalogue
            .concept(name)
            .orElseThrow(() -> where.fault("'" + name + "' is no concept; add it to concepts.csv"));
    return new Field(name, slot, role, type, min, 1, since, concept.definition());
  }

  private CodeList list(YamlFile.Value value) {
    return catalogue
        .findCodeList(value.text())
        .orElseThrow(() -> value.fault("no code list " + value.text() + " in codelists.csv"));
  }

  private static void requireOneLevel(
      YamlFile.Value root, List<Field> fields, List<Field> datasetFields) {
    for (Field field : datasetFields) {
      if (fields.stream().anyMatch(f -> f.name().equals(field.name()))) {
        throw root.require("dataset")
            .require(field.name())
            .fault(field.name() + " is stated at dataset and at observation level; choose one");
      }
    }
  }

  private RowType component(YamlFile.Value root) {
    List<Field> fields = new ArrayList<>();
    for (Map.Entry<String, YamlFile.Value> entry : root.require("fields").map().entrySet()) {
      YamlFile.Value value =
          entry
              .getValue()
              .allow(Set.of("list", "type", "component", "min", "max", "since", "definition"));
      String max = value.text("max", "1");
      fields.add(
          new Field(
              entry.getKey(),
              fields.size(),
              Role.ELEMENT,
              elementType(value),
              Integer.parseInt(value.text("min", "0")),
              max.equals("many") ? Integer.MAX_VALUE : Integer.parseInt(max),
              value.text("since", "1.0"),
              value.text("definition")));
    }
    return new RowType(RowType.Kind.COMPONENT, description(root), fields, List.of(), null);
  }

  private ValueType elementType(YamlFile.Value value) {
    YamlFile.Value component = value.get("component");
    return component != null
        ? ValueType.component(catalogue.type(component.text()))
        : attributeType(value);
  }

  private static ValueType.Kind kind(YamlFile.Value value) {
    try {
      ValueType.Kind kind = ValueType.Kind.valueOf(value.text().toUpperCase(Locale.ROOT));
      if (kind != ValueType.Kind.CODE
          && kind != ValueType.Kind.COMPONENT
          && kind != ValueType.Kind.AMOUNT) {
        return kind;
      }
    } catch (IllegalArgumentException e) {
      // falls through to the fault below
    }
    throw value.fault("'" + value.text() + "' is no type of value");
  }

  private static Set<String> plus(Set<String> names, String... more) {
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(Set.of(more));
    return all;
  }
}
