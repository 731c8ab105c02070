package org.midex.tabular.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.model.Action;
import org.midex.model.Node;
import org.midex.schema.Catalogue;
import org.midex.schema.CatalogueException;
import org.midex.schema.Field;
import org.midex.schema.Nearest;
import org.midex.schema.RowType;
import org.midex.schema.internal.YamlFile.Value;

/** Reads a mapping and checks that every row it makes has a whole key. */
public final class MappingLoader {
  private static final Set<String> PARTS =
      Set.of(
          "id",
          "title",
          "source",
          "licence",
          "theme",
          "action",
          "table",
          "numbers",
          "missing",
          "constants",
          "dataset",
          "columns",
          "combined",
          "header");

  private final Value top;
  private final RowType theme;
  private final ColumnLoader columns;
  private final Set<String> headings = new HashSet<>();
  private final List<FieldColumn> fields = new ArrayList<>();
  private final List<ValueColumn> values = new ArrayList<>();
  private final Map<String, String> ignored = new LinkedHashMap<>();
  private @Nullable Flags flags;

  private MappingLoader(Catalogue catalogue, Value top) {
    this.top = top.allow(PARTS);
    this.theme = theme(catalogue, top.require("theme"));
    this.columns = new ColumnLoader(catalogue, theme);
  }

  /**
   * What a mapping file says.
   *
   * @param dataset dataset attributes by name
   * @param header the header's parts that the mapping gives
   */
  public record Parts(
      String id,
      String title,
      String source,
      String licence,
      RowType theme,
      Action action,
      Map<String, String> dataset,
      Node header,
      Layout layout,
      Plan plan) {}

  /**
   * Loads a mapping.
   *
   * @throws CatalogueException at the first fault, with file and line
   */
  public static Parts load(Catalogue catalogue, Value top) {
    return new MappingLoader(catalogue, top).parts(catalogue);
  }

  private static RowType theme(Catalogue catalogue, Value id) {
    return catalogue
        .findTheme(id.text())
        .orElseThrow(
            () ->
                id.fault(
                    "no theme "
                        + id.text()
                        + Nearest.of(id.text(), catalogue.themeIds())
                            .map(n -> "; did you mean " + n + "?")
                            .orElse("")));
  }

  private Parts parts(Catalogue catalogue) {
    top.require("columns").map().forEach(this::addColumn);
    for (Value combination : top.list("combined")) {
      FieldColumn column = columns.combination(combination);
      column.headings().forEach(heading -> requireNew(heading, combination));
      fields.add(column);
    }
    Map<Field, String> constants = columns.texts(top.get("constants"));
    requireWholeKey(constants);
    Value header = top.get("header");
    RowType headerType = catalogue.type("Header");
    return new Parts(
        top.text("id"),
        top.text("title"),
        top.text("source"),
        top.text("licence"),
        theme,
        action(),
        dataset(),
        header == null ? Node.group("Header", List.of()) : HeaderLoader.load(header, headerType),
        LayoutLoader.layout(top.require("table")),
        new Plan(
            constants,
            fields,
            values,
            flags,
            ignored,
            LayoutLoader.numbers(top.get("numbers")),
            missing(),
            false));
  }

  private void addColumn(String heading, Value column) {
    requireNew(heading, column);
    if (column.get("field") != null) {
      fields.add(columns.fieldColumn(heading, column));
    } else if (column.get("value") != null) {
      values.add(columns.valueColumn(heading, column));
    } else if (column.get("flags") != null) {
      if (flags != null) {
        throw column.fault("there is a column of flags already: '" + flags.heading() + "'");
      }
      flags = columns.flags(heading, column);
    } else {
      column.allow(Set.of("ignore", "field", "value", "flags"));
      ignored.put(heading, column.text("ignore"));
    }
  }

  private void requireNew(String heading, Value place) {
    if (!headings.add(heading)) {
      throw place.fault("the column '" + heading + "' is used already");
    }
  }

  private Action action() {
    Value action = top.get("action");
    return action == null
        ? Action.APPEND
        : Action.ofCode(action.text())
            .orElseThrow(
                () ->
                    action.fault(
                        "expected Replace, Append, Delete or Information, found '"
                            + action.text()
                            + "'"));
  }

  private Map<String, String> dataset() {
    Map<String, String> attributes = new HashMap<>();
    Value dataset = top.get("dataset");
    Set<String> known = new HashSet<>();
    theme.datasetFields().forEach(f -> known.add(f.name()));
    if (dataset != null) {
      dataset.allow(known);
      for (Field field : theme.datasetFields()) {
        Value value = dataset.get(field.name());
        if (value != null) {
          attributes.put(field.name(), HeaderLoader.text(value, field));
        }
      }
    }
    return attributes;
  }

  private Map<String, Map<Field, String>> missing() {
    Map<String, Map<Field, String>> tokens = new HashMap<>();
    Value missing = top.get("missing");
    if (missing != null) {
      missing
          .map()
          .forEach(
              (token, meaning) -> {
                if (!meaning.isMap() && !meaning.text().equals("empty")) {
                  throw meaning.fault("expected empty, or attributes such as {OBS_STATUS: O}");
                }
                tokens.put(token, meaning.isMap() ? columns.attributes(meaning) : Map.of());
              });
    }
    return tokens;
  }

  /** Every dimension comes from exactly one place, and no two columns of figures share a key. */
  private void requireWholeKey(Map<Field, String> constants) {
    if (values.isEmpty()) {
      throw top.fault("no column of figures: one is written {value: {}}");
    }
    Set<Field> ofValues = values.get(0).codes().keySet();
    Set<Map<Field, String>> different = new HashSet<>();
    for (ValueColumn value : values) {
      if (!value.codes().keySet().equals(ofValues)) {
        throw top.fault(
            "columns of figures must name the same fields: '%s' and '%s' do not"
                .formatted(values.get(0).heading(), value.heading()));
      }
      Map<Field, String> key = new HashMap<>(value.codes());
      key.keySet().removeIf(f -> !f.isKey());
      if (!different.add(key)) {
        throw top.fault("'" + value.heading() + "' has the same key as another column of figures");
      }
    }
    List<Field> given = new ArrayList<>(constants.keySet());
    given.addAll(ofValues);
    fields.forEach(f -> given.add(f.field()));
    requireEachOnce(given);
  }

  private void requireEachOnce(List<Field> given) {
    for (Field field : theme.fields()) {
      long times = given.stream().filter(field::equals).count();
      if (times > 1) {
        throw top.fault(field.name() + " is given by more than one column or constant");
      }
      if (times == 0 && field.isKey()) {
        throw top.fault(
            field.name() + " is part of the key, but no column, constant or combination gives it");
      }
    }
    for (Field field : theme.datasetFields()) {
      Value dataset = top.get("dataset");
      if (field.required() && (dataset == null || dataset.get(field.name()) == null)) {
        throw top.fault("the dataset attribute " + field.name() + " is missing");
      }
    }
  }
}
