package org.midex.tabular.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Catalogue;
import org.midex.schema.CatalogueException;
import org.midex.schema.Field;
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
  private final FigureColumns figures;
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
    this.figures = new FigureColumns(faults);
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
    Map<Field, String> defaults = figures.defaults(constants);
    Value given = top.get("constants");
    if (given != null) {
      given.map().forEach((name, value) -> giveConstant(name, value, defaults));
    }
    figures.fields().forEach(keys::gives);
    figures.check(defaults);
    constants.keySet().removeAll(defaults.keySet());
    List<Skip> skips = new ArrayList<>();
    each("skip", value -> skips.add(SkipLoader.skip(value, places.keySet())));
    TokenLoader tokens = new TokenLoader(fieldLoader, faults);
    faults.run(() -> tokens.missing(top.get("missing"), sdmx));
    faults.run(() -> tokens.marks(top.get("marks")));
    keys.check(!figures.isEmpty());
    return new Plan(
        constants,
        fields,
        splits,
        dataset,
        values.stream().map(column -> completed(column, defaults)).toList(),
        matrices.stream().map(matrix -> completed(matrix, defaults)).toList(),
        flags,
        ignored,
        checked,
        skips,
        titles,
        numbers,
        tokens.missing(),
        tokens.gaps(),
        tokens.marks(),
        places);
  }

  /** A constant that only some columns of figures need is given by those columns. */
  private void giveConstant(String name, Value value, Map<Field, String> defaults) {
    if (defaults.keySet().stream().noneMatch(field -> field.name().equals(name))) {
      keys.names(value, name);
    }
  }

  private static ValueColumn completed(ValueColumn column, Map<Field, String> defaults) {
    return new ValueColumn(
        column.heading(),
        FigureColumns.completed(column.codes(), column.codes().keySet(), defaults),
        column.optional());
  }

  private static Matrix completed(Matrix matrix, Map<Field, String> defaults) {
    return new Matrix(
        matrix.splitting(), FigureColumns.completed(matrix.codes(), matrix.fields(), defaults));
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
      figures.add(value, column);
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
        figures.add(matrix, value);
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
}
