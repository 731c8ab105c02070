package org.midex.tabular.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.midex.schema.Field;
import org.midex.schema.internal.YamlFile.Value;

/**
 * The columns of figures of a mapping. In the end all of them name the same fields: what one leaves
 * out, the constants say. No two share a key.
 */
final class FigureColumns {
  private final Faults faults;
  private final List<Column> columns = new ArrayList<>();

  /** A column as it was read, or one for all that a pattern names. */
  private record Column(
      String name, Set<Field> fields, Value place, Map<Field, String> codes, boolean pattern) {}

  FigureColumns(Faults faults) {
    this.faults = faults;
  }

  void add(ValueColumn column, Value place) {
    columns.add(
        new Column(column.heading(), column.codes().keySet(), place, column.codes(), false));
  }

  void add(Matrix matrix, Value place) {
    columns.add(new Column(matrix.toString(), matrix.fields(), place, matrix.codes(), true));
  }

  boolean isEmpty() {
    return columns.isEmpty();
  }

  /** Every field that some column names, and the first that does. */
  Map<Field, Value> fields() {
    Map<Field, Value> fields = new LinkedHashMap<>();
    columns.forEach(c -> c.fields().forEach(field -> fields.putIfAbsent(field, c.place())));
    return fields;
  }

  /** The constants that some columns need, because others name the field and they do not. */
  Map<Field, String> defaults(Map<Field, String> constants) {
    Map<Field, String> defaults = new LinkedHashMap<>(constants);
    defaults
        .keySet()
        .removeIf(
            field ->
                columns.stream().noneMatch(c -> c.fields().contains(field))
                    || columns.stream().allMatch(c -> c.fields().contains(field)));
    return defaults;
  }

  /** Notes columns that leave a field out which nothing says otherwise, and those with one key. */
  void check(Map<Field, String> defaults) {
    Map<Map<Field, String>, String> keys = new HashMap<>();
    Set<Field> all = fields().keySet();
    for (Column column : columns) {
      Set<Field> missing = new LinkedHashSet<>(all);
      missing.removeAll(column.fields());
      missing.removeAll(defaults.keySet());
      if (!missing.isEmpty()) {
        faults.add(
            column
                .place()
                .fault(
                    "columns of figures must name the same fields: '%s' does not name %s, as others do; name it there, or say under constants what it is otherwise"
                        .formatted(
                            column.name(),
                            missing.stream().map(Field::name).collect(Collectors.joining(", ")))));
      } else if (!column.pattern()) {
        String other = keys.putIfAbsent(key(column, defaults), column.name());
        if (other != null) {
          faults.add(
              column
                  .place()
                  .fault(
                      "'%s' has the same key as another column of figures, '%s'"
                          .formatted(column.name(), other)));
        }
      }
    }
  }

  private static Map<Field, String> key(Column column, Map<Field, String> defaults) {
    Map<Field, String> key = new HashMap<>(defaults);
    key.putAll(column.codes());
    key.keySet().removeIf(field -> !field.isKey());
    return key;
  }

  /** The codes of a column with those that it leaves to the constants. */
  static Map<Field, String> completed(
      Map<Field, String> codes, Set<Field> fields, Map<Field, String> defaults) {
    Map<Field, String> all = new HashMap<>(defaults);
    all.keySet().removeAll(fields);
    all.putAll(codes);
    return all;
  }
}
