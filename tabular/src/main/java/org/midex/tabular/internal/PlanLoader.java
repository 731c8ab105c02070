package org.midex.tabular.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Catalogue;
import org.midex.schema.CatalogueException;
import org.midex.schema.Field;
import org.midex.schema.Nearest;
import org.midex.schema.RowType;
import org.midex.schema.internal.YamlFile.Value;

/** Reads what a mapping makes of a table's columns and rows. */
final class PlanLoader {
  /** Words of a column; the first that is there says what it is. */
  private static final List<String> COLUMN =
      List.of("field", "pattern", "fields", "value", "flags", "only", "ignore");

  private final Value top;
  private final boolean sdmx;
  private final Numbers numbers;
  private final FieldLoader fieldLoader;
  private final SplitLoader splitLoader;
  private final ColumnLoader columnLoader;
  private final KeyCheck keys;
  private final Faults faults;

  private final Map<String, String> places = new LinkedHashMap<>();
  private final List<FieldColumn> fields = new ArrayList<>();
  private final List<SplitColumn> splits = new ArrayList<>();
  private final List<FieldColumn> dataset = new ArrayList<>();
  private final List<ValueColumn> values = new ArrayList<>();
  private final List<Matrix> matrices = new ArrayList<>();
  private final Map<String, String> ignored = new LinkedHashMap<>();
  private final List<CheckedColumn> checked = new ArrayList<>();
  private @Nullable Flags flags;

  PlanLoader(Catalogue catalogue, RowType theme, boolean sdmx, Value top, Faults faults) {
    this.top = top;
    this.sdmx = sdmx;
    this.faults = faults;
    this.numbers =
        faults.attempt(() -> LayoutLoader.numbers(top.get("numbers"), sdmx)).orElse(Numbers.PLAIN);
    List<String> periods = sdmx ? Sdmx.PERIODS : List.of();
    this.fieldLoader = new FieldLoader(catalogue, theme, numbers, periods, faults);
    this.splitLoader = new SplitLoader(fieldLoader, faults);
    Set<String> absent = sdmx ? Sdmx.ABSENT : Set.of("");
    this.columnLoader = new ColumnLoader(fieldLoader, splitLoader, absent, faults);
    Value given = top.get("dataset");
    this.keys =
        new KeyCheck(
            theme, top, given == null || !given.isMap() ? Set.of() : given.map().keySet(), faults);
  }

  Plan plan() {
    faults.run(() -> top.require("columns").map().forEach(this::addColumn));
    each("combined", this::addCombination);
    each("matrix", this::addMatrix);
    List<PatternSplit> titles = new ArrayList<>();
    each("above", value -> titles.add(title(value)));
    Map<Field, String> constants = fieldLoader.texts(top.get("constants"));
    Value given = top.get("constants");
    if (given != null) {
      given.map().forEach((name, value) -> keys.names(value, name));
    }
    List<Skip> skips = new ArrayList<>();
    each("skip", value -> skips.add(skip(value)));
    Map<String, Map<Field, String>> missing = new LinkedHashMap<>();
    Set<String> gaps = new HashSet<>();
    faults.run(() -> missing(missing, gaps));
    Map<String, Map<Field, String>> marks = new LinkedHashMap<>();
    faults.run(() -> marks(marks));
    keys.check();
    return new Plan(
        constants, fields, splits, dataset, values, matrices, flags, ignored, checked, skips,
        titles, numbers, missing, gaps, marks, places);
  }

  /** The items of a list, or the one item that is no list; a fault in one leaves the others. */
  private void each(String name, Consumer<Value> read) {
    Value value = top.get(name);
    if (value != null) {
      List<Value> items = value.isList() ? value.list() : List.of(value);
      items.forEach(item -> faults.run(() -> read.accept(item)));
    }
  }

  private void addColumn(String heading, Value column) {
    faults.run(
        () -> {
          requireNew(heading, column);
          try {
            addNew(heading, column);
          } catch (CatalogueException e) {
            if (column.isMap() && column.get("value") != null) {
              keys.assumeFigures(column);
            } else {
              keys.assume(column);
            }
            throw e;
          }
        });
  }

  private void addNew(String heading, Value column) {
    String kind = COLUMN.stream().filter(word -> column.get(word) != null).findFirst().orElse("");
    switch (kind) {
      case "field" -> addField(columnLoader.fieldColumn(heading, column), column);
      case "pattern", "fields" -> addSplit(columnLoader.splitColumn(heading, column), column);
      case "value" -> addValue(heading, column);
      case "flags" -> addFlags(heading, column);
      case "only" -> checked.add(columnLoader.checkedColumn(heading, column));
      default -> {
        column.allow(Set.copyOf(COLUMN));
        ignored.put(heading, column.text("ignore"));
      }
    }
  }

  private void addField(FieldColumn column, Value place) {
    if (fieldLoader.isOfDataset(column.field())) {
      dataset.add(column);
      keys.givesDataset(column.field(), place);
    } else {
      fields.add(column);
      keys.gives(column.field(), place);
    }
  }

  private void addSplit(SplitColumn column, Value place) {
    splits.add(column);
    column.splitting().fields().forEach(field -> keys.gives(field, place));
  }

  private void addValue(String heading, Value column) {
    int before = faults.count();
    ValueColumn value = columnLoader.valueColumn(heading, column);
    values.add(value);
    if (faults.count() == before) {
      keys.figures(value, column);
    } else {
      keys.assumeFigures(column);
    }
  }

  private void addFlags(String heading, Value column) {
    if (flags != null) {
      throw column.fault("there is a column of flags already: '" + flags.heading() + "'");
    }
    flags = columnLoader.flags(heading, column);
  }

  private void addCombination(Value value) {
    try {
      FieldColumn column = columnLoader.combination(value);
      column.headings().forEach(heading -> requireNew(heading, value));
      fields.add(column);
      keys.gives(column.field(), value);
    } catch (CatalogueException e) {
      keys.assume(value);
      throw e;
    }
  }

  private void addMatrix(Value value) {
    int before = faults.count();
    try {
      Matrix matrix = columnLoader.matrix(value);
      matrices.add(matrix);
      if (faults.count() == before) {
        keys.figures(matrix.toString(), matrix.fields(), value);
      } else {
        keys.assumeFigures(value);
      }
      places.put(matrix.toString(), value.place());
    } catch (CatalogueException e) {
      keys.assumeFigures(value);
      throw e;
    }
  }

  private void requireNew(String heading, Value place) {
    if (places.putIfAbsent(heading, place.place()) != null) {
      throw place.fault("the column '" + heading + "' is used already");
    }
  }

  private PatternSplit title(Value value) {
    if (!value.isMap()) {
      return splitLoader.pattern(value, null);
    }
    faults.allow(value, Set.of("pattern", "fields"));
    PatternSplit title = splitLoader.pattern(value.require("pattern"), value.get("fields"));
    title.fields().forEach(field -> keys.gives(field, value));
    return title;
  }

  private Skip skip(Value value) {
    faults.allow(value, Set.of("column", "cells", "except", "from", "why"));
    Value heading = value.require("column");
    if (!places.containsKey(heading.text())) {
      throw heading.fault(
          "'"
              + heading.text()
              + "' is not among the columns"
              + Nearest.of(heading.text(), places.keySet())
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

  private void missing(Map<String, Map<Field, String>> missing, Set<String> gaps) {
    Value value = top.get("missing");
    if (value == null) {
      if (sdmx) {
        gaps.addAll(Sdmx.NO_FIGURE);
      }
      return;
    }
    value
        .map()
        .forEach(
            (token, meaning) ->
                faults.run(
                    () -> {
                      if (meaning.isMap()) {
                        missing.put(token, fieldLoader.attributes(meaning));
                      } else if (meaning.text().equals("empty")) {
                        missing.put(token, Map.of());
                      } else if (meaning.text().equals("gap")) {
                        gaps.add(token);
                      } else {
                        throw meaning.fault(
                            "expected empty, gap, or attributes such as {OBS_STATUS: O}");
                      }
                    }));
  }

  private void marks(Map<String, Map<Field, String>> marks) {
    Value value = top.get("marks");
    if (value == null) {
      return;
    }
    value
        .map()
        .forEach(
            (mark, meaning) ->
                faults.run(
                    () -> {
                      if (mark.isBlank() || mark.chars().anyMatch(Character::isDigit)) {
                        throw meaning.fault("'" + mark + "' cannot be told from a figure");
                      }
                      marks.put(
                          mark.strip(),
                          meaning.isMap() ? fieldLoader.attributes(meaning) : nothing(meaning));
                    }));
  }

  private static Map<Field, String> nothing(Value meaning) {
    if (!meaning.text().equals("ignore")) {
      throw meaning.fault("expected ignore, or attributes such as {OBS_STATUS: E}");
    }
    return Map.of();
  }
}
