package org.midex.tabular.internal;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.Nearest;
import org.midex.schema.ValueType;
import org.midex.schema.internal.YamlFile.Value;

/** Reads the columns of a mapping for one theme. */
final class ColumnLoader {
  private static final Set<String> SPLIT =
      Set.of("fields", "pattern", "tokens", "absent", "optional");

  private final FieldLoader fields;
  private final SplitLoader splits;
  private final Faults faults;
  private final Set<String> absent;

  /**
   * @param absent texts that say nothing in columns of attributes that do not name their own
   */
  ColumnLoader(FieldLoader fields, SplitLoader splits, Set<String> absent, Faults faults) {
    this.fields = fields;
    this.splits = splits;
    this.absent = absent;
    this.faults = faults;
  }

  /** A column that gives a field, of the row or of the dataset. */
  FieldColumn fieldColumn(String heading, Value column) {
    faults.allow(column, plus(FieldLoader.TRANSLATION, "field", "absent", "optional"));
    Field field = fields.anyField(column.require("field"));
    if (field.role() == Field.Role.MEASURE) {
      throw column.fault("a column of figures is written {value: {}}");
    }
    boolean optional = flag(column, "optional");
    if (optional && field.isKey()) {
      throw column.fault(field.name() + " is part of the key; its column cannot be optional");
    }
    return new FieldColumn(
        List.of(heading),
        field,
        fields.translation(field, column),
        absent(List.of(field), column),
        optional);
  }

  /** A column whose cells give several fields. */
  SplitColumn splitColumn(String heading, Value column) {
    faults.allow(column, SPLIT);
    Splitting splitting = splitting(column);
    if (splitting.fields().isEmpty()) {
      throw column.fault("the column gives no field; a pattern has places such as {REF_AREA}");
    }
    boolean optional = flag(column, "optional");
    if (optional && splitting.fields().stream().anyMatch(Field::isKey)) {
      throw column.fault("the column gives parts of the key and cannot be optional");
    }
    return new SplitColumn(heading, splitting, absent(splitting.fields(), column), optional);
  }

  private Splitting splitting(Value column) {
    Value pattern = column.get("pattern");
    if (pattern != null) {
      return splits.pattern(pattern, column.get("fields"));
    }
    Value names = column.require("fields");
    return names.isMap() ? splits.whole(names) : splits.tokens(names, column.require("tokens"));
  }

  private static boolean flag(Value column, String name) {
    Value flag = column.get(name);
    return flag != null && flag.flag();
  }

  private Set<String> absent(List<Field> given, Value column) {
    Value texts = column.get("absent");
    for (Field field : given) {
      if (texts != null && field.isKey()) {
        throw texts.fault(field.name() + " is part of the key and cannot be absent");
      }
    }
    if (given.stream().anyMatch(Field::isKey)) {
      return Set.of();
    }
    return texts == null ? absent : new LinkedHashSet<>(texts.texts());
  }

  /** A column of figures. */
  ValueColumn valueColumn(String heading, Value column) {
    faults.allow(column, Set.of("value", "optional"));
    return new ValueColumn(
        heading, fields.texts(column.require("value")), flag(column, "optional"));
  }

  /** Columns of figures that their headings explain. */
  Matrix matrix(Value value) {
    faults.allow(value, plus(FieldLoader.TRANSLATION, "field", "pattern", "fields", "value"));
    Value field = value.get("field");
    Splitting splitting =
        field == null
            ? splits.pattern(value.require("pattern"), value.get("fields"))
            : whole(fields.field(field), value);
    if (splitting.fields().isEmpty()) {
      throw value.fault("the pattern has no place for a field, such as {REF_AREA}");
    }
    return new Matrix(splitting, fields.texts(value.get("value")));
  }

  /** Headings that are one field's text as a whole, or at the field's place in a pattern. */
  private PatternSplit whole(Field field, Value value) {
    if (field.role() == Field.Role.MEASURE) {
      throw value.fault("a heading cannot be a figure");
    }
    TextPattern pattern = TextPattern.of("{" + field.name() + "}");
    return new PatternSplit(pattern, Map.of(field, fields.translation(field, value)));
  }

  /** A column that must say the same throughout. */
  CheckedColumn checkedColumn(String heading, Value column) {
    faults.allow(column, Set.of("only"));
    return new CheckedColumn(heading, column.require("only").texts());
  }

  /** A column of flags. */
  Flags flags(String heading, Value column) {
    faults.allow(column, Set.of("flags", "scheme", "tokens", "combined", "absent"));
    Map<String, Map<Field, String>> meanings = new LinkedHashMap<>();
    Value tokens = column.get("tokens");
    if (tokens != null) {
      tokens
          .map()
          .forEach(
              (token, meaning) ->
                  faults.run(() -> meanings.put(token, fields.attributes(meaning))));
    }
    Value scheme = column.get("scheme");
    Value names = column.require("flags");
    for (Value name : names.isList() ? names.list() : List.of(names)) {
      Field field = fields.field(name);
      if (scheme != null) {
        aliases(field, name, scheme.text()).forEach(meanings::putIfAbsent);
      }
    }
    Value texts = column.get("absent");
    return new Flags(
        heading,
        meanings,
        kept(column.get("combined")),
        texts == null ? absent : new LinkedHashSet<>(texts.texts()));
  }

  private @Nullable Field kept(@Nullable Value combined) {
    if (combined == null) {
      return null;
    }
    Field kept = fields.field(combined);
    if (kept.type().kind() != ValueType.Kind.TEXT) {
      throw combined.fault(kept.name() + " is no free text");
    }
    return kept;
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
      String meant =
          Nearest.of(scheme, list.schemes()).map(n -> "; did you mean " + n + "?").orElse("");
      throw place.fault(list + " knows no scheme '" + scheme + "'" + meant);
    }
    return found;
  }

  /** Several columns that give one field together. */
  FieldColumn combination(Value value) {
    faults.allow(value, Set.of("columns", "field", "codes", "period", "language"));
    Field field = fields.field(value.require("field"));
    List<String> headings = value.require("columns").texts();
    if (headings.size() < 2) {
      throw value.fault("a combination takes two columns or more");
    }
    Translation translation =
        field.type().kind() == ValueType.Kind.PERIOD
            ? new JoinedPeriod(fields.period(value, field.type()), headings.size())
            : combination(value, field, headings.size());
    return new FieldColumn(headings, field, translation, Set.of(), false);
  }

  private Combination combination(Value value, Field field, int size) {
    CodeList list = field.type().list();
    if (list == null) {
      throw value.fault(field.name() + " is not coded");
    }
    Map<String, String> codes = new LinkedHashMap<>();
    for (Value line : value.require("codes").list()) {
      faults.run(
          () -> {
            line.allow(Set.of("cells", "code"));
            List<String> cells = line.require("cells").texts();
            if (cells.size() != size) {
              throw line.fault("expected " + size + " cells, found " + cells.size());
            }
            String code = FieldLoader.code(list, line.require("code"));
            if (codes.put(Combination.joined(cells), code) != null) {
              throw line.fault("these cells are given twice");
            }
          });
    }
    return new Combination(list.id(), codes);
  }

  private static Set<String> plus(Set<String> names, String... more) {
    Set<String> all = new HashSet<>(names);
    all.addAll(List.of(more));
    return all;
  }
}
