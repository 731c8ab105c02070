package org.midex.tabular.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.Nearest;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;
import org.midex.schema.internal.YamlFile.Value;
import org.midex.tabular.internal.Coding.Kind;
import org.midex.tabular.internal.Coding.Step;

/** Reads the columns of a mapping for one theme. */
final class ColumnLoader {
  private final Catalogue catalogue;
  private final RowType theme;

  ColumnLoader(Catalogue catalogue, RowType theme) {
    this.catalogue = catalogue;
    this.theme = theme;
  }

  /** The theme's field that a value names. */
  Field field(Value name) {
    return field(name, name.text());
  }

  private Field field(Value place, String name) {
    return theme
        .find(name)
        .orElseThrow(
            () -> {
              List<String> known = theme.fields().stream().map(Field::name).toList();
              String meant =
                  Nearest.of(name, known).map(n -> "; did you mean " + n + "?").orElse("");
              return place.fault(theme + " has no field " + name + meant);
            });
  }

  /** Fields with their texts, such as constants. */
  Map<Field, String> texts(@Nullable Value value) {
    Map<Field, String> texts = new LinkedHashMap<>();
    if (value != null) {
      value
          .map()
          .forEach(
              (name, text) -> {
                Field field = field(text, name);
                if (field.role() == Field.Role.MEASURE) {
                  throw text.fault("a figure cannot be a constant");
                }
                texts.put(field, HeaderLoader.text(text, field));
              });
    }
    return texts;
  }

  Map<Field, String> attributes(Value value) {
    Map<Field, String> texts = texts(value);
    for (Field field : texts.keySet()) {
      if (field.role() != Field.Role.ATTRIBUTE) {
        throw value.fault(field.name() + " is no attribute");
      }
    }
    return texts;
  }

  /** A column that gives a field. */
  FieldColumn fieldColumn(String heading, Value column) {
    column.allow(
        Set.of("field", "period", "tokens", "scheme", "labels", "names", "absent", "optional"));
    Field field = field(column.require("field"));
    if (field.role() == Field.Role.MEASURE) {
      throw column.fault("a column of figures is written {value: {}}");
    }
    boolean optional = flag(column, "optional");
    if (optional && field.isKey()) {
      throw column.fault(field.name() + " is part of the key; its column cannot be optional");
    }
    return new FieldColumn(
        List.of(heading), field, translation(field, column), absent(field, column), optional);
  }

  private static boolean flag(Value column, String name) {
    Value flag = column.get(name);
    return flag != null && flag.flag();
  }

  private static Set<String> absent(Field field, Value column) {
    Value absent = column.get("absent");
    if (absent != null && field.isKey()) {
      throw absent.fault(field.name() + " is part of the key and cannot be absent");
    }
    return field.isKey() ? Set.of() : absent(absent);
  }

  private static Set<String> absent(@Nullable Value texts) {
    return texts == null ? Set.of("") : new LinkedHashSet<>(texts.texts());
  }

  private Translation translation(Field field, Value column) {
    ValueType type = field.type();
    Value period = column.get("period");
    if (type.kind() == ValueType.Kind.PERIOD) {
      return period(column.require("period"), type);
    }
    if (period != null) {
      throw period.fault(field.name() + " is no period");
    }
    CodeList list = type.list();
    return list == null ? Translation.TEXT : coding(list, column);
  }

  private static PeriodFormat period(Value value, ValueType type) {
    try {
      return new PeriodFormat(value.texts(), type);
    } catch (IllegalArgumentException e) {
      throw value.fault(String.valueOf(e.getMessage()));
    }
  }

  private Coding coding(CodeList list, Value column) {
    List<Step> steps = new ArrayList<>();
    List<String> schemes = new ArrayList<>(list.schemes());
    schemes.add("midex");
    List<String> labels = new ArrayList<>(catalogue.labelSchemes(list));
    labels.addAll(schemes);
    addSteps(steps, column.get("scheme"), Kind.SCHEME, schemes, list);
    addSteps(steps, column.get("labels"), Kind.LABELS, labels, list);
    addSteps(steps, column.get("names"), Kind.NAMES, catalogue.languages(), list);
    Map<String, String> tokens = tokens(list, column.get("tokens"));
    if (steps.isEmpty() && tokens.isEmpty()) {
      steps.add(new Step(Kind.SCHEME, "midex"));
    }
    return new Coding(catalogue, list, tokens, steps);
  }

  private static void addSteps(
      List<Step> steps, @Nullable Value names, Kind kind, List<String> known, CodeList list) {
    if (names == null) {
      return;
    }
    for (String name : names.texts()) {
      if (!known.contains(name)) {
        throw names.fault(
            "%s knows no %s '%s'%s"
                .formatted(
                    list,
                    kind.name().toLowerCase(Locale.ROOT),
                    name,
                    Nearest.of(name, known).map(n -> "; did you mean " + n + "?").orElse("")));
      }
      steps.add(new Step(kind, name));
    }
  }

  private static Map<String, String> tokens(CodeList list, @Nullable Value tokens) {
    Map<String, String> codes = new LinkedHashMap<>();
    if (tokens != null) {
      tokens.map().forEach((token, code) -> codes.put(token, code(list, code)));
    }
    return codes;
  }

  private static String code(CodeList list, Value code) {
    if (list.indexOf(code.text()) < 0) {
      throw code.fault(
          "no code %s in %s%s"
              .formatted(
                  code.text(),
                  list,
                  list.suggest(code.text()).map(c -> "; did you mean " + c.id() + "?").orElse("")));
    }
    return code.text();
  }

  /** A column of figures. */
  ValueColumn valueColumn(String heading, Value column) {
    column.allow(Set.of("value", "optional"));
    return new ValueColumn(heading, texts(column.require("value")), flag(column, "optional"));
  }

  /** A column of flags. */
  Flags flags(String heading, Value column) {
    column.allow(Set.of("flags", "scheme", "tokens", "combined", "absent"));
    Map<String, Map<Field, String>> meanings = new LinkedHashMap<>();
    Value tokens = column.get("tokens");
    if (tokens != null) {
      tokens.map().forEach((token, meaning) -> meanings.put(token, attributes(meaning)));
    }
    Value scheme = column.get("scheme");
    for (Value name :
        column.require("flags").isList()
            ? column.list("flags")
            : List.of(column.require("flags"))) {
      Field field = field(name);
      if (scheme != null) {
        aliases(field, name, scheme.text()).forEach(meanings::putIfAbsent);
      }
    }
    Value combined = column.get("combined");
    Field kept = combined == null ? null : field(combined);
    if (kept != null && kept.type().kind() != ValueType.Kind.TEXT) {
      throw column.fault(kept.name() + " is no free text");
    }
    Value absent = column.get("absent");
    return new Flags(heading, meanings, kept, absent(absent));
  }

  private static Map<String, Map<Field, String>> aliases(Field field, Value place, String scheme) {
    CodeList list = field.type().list();
    if (list == null || field.role() != Field.Role.ATTRIBUTE) {
      throw place.fault(field.name() + " is no coded attribute");
    }
    Map<String, Map<Field, String>> found = new LinkedHashMap<>();
    for (Code code : list.codes()) {
      for (String alias : code.aliases().getOrDefault(scheme, List.of())) {
        found.put(alias, Map.of(field, code.id()));
      }
    }
    if (found.isEmpty()) {
      throw place.fault(list + " knows no scheme '" + scheme + "'");
    }
    return found;
  }

  /** Several columns that give one field together. */
  FieldColumn combination(Value value) {
    value.allow(Set.of("columns", "field", "codes", "period"));
    Field field = field(value.require("field"));
    List<String> headings = value.require("columns").texts();
    if (headings.size() < 2) {
      throw value.fault("a combination takes two columns or more");
    }
    Translation translation =
        field.type().kind() == ValueType.Kind.PERIOD
            ? joined(period(value.require("period"), field.type()), headings.size())
            : combination(value, field, headings.size());
    return new FieldColumn(headings, field, translation, Set.of(), false);
  }

  private static Combination combination(Value value, Field field, int size) {
    CodeList list = field.type().list();
    if (list == null) {
      throw value.fault(field.name() + " is not coded");
    }
    Map<String, String> codes = new LinkedHashMap<>();
    for (Value line : value.require("codes").list()) {
      line.allow(Set.of("cells", "code"));
      List<String> cells = line.require("cells").texts();
      if (cells.size() != size) {
        throw line.fault("expected " + size + " cells, found " + cells.size());
      }
      String code = code(list, line.require("code"));
      if (codes.put(Combination.joined(cells), code) != null) {
        throw line.fault("these cells are given twice");
      }
    }
    return new Combination(list.id(), codes);
  }

  /** Periods in several cells are read as one text with spaces between. */
  private static Translation joined(PeriodFormat format, int cells) {
    return new Translation() {
      @Override
      public @Nullable String translate(String cell) {
        return format.translate(cell.replace(FieldColumn.SEPARATOR, " "));
      }

      @Override
      public List<String> spellings(String text) {
        return format.spellings(text).stream()
            .map(s -> split(s, cells))
            .flatMap(Optional::stream)
            .toList();
      }

      @Override
      public String rule() {
        return format.rule();
      }
    };
  }

  /** Spaces that part the cells: the first ones; none when there are too few. */
  private static Optional<String> split(String text, int cells) {
    String[] parts = text.split(" ", cells);
    return parts.length < cells
        ? Optional.empty()
        : Optional.of(String.join(FieldColumn.SEPARATOR, parts));
  }
}
