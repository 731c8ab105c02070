package org.midex.tabular.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.Nearest;
import org.midex.schema.RowType;
import org.midex.schema.internal.YamlFile.Value;

/** Checks that every dimension comes from exactly one place. */
final class KeyCheck {
  private static final Pattern PLACES = Pattern.compile("\\{([^{}]*)}");

  private final RowType theme;
  private final Value top;
  private final Set<String> dataset;
  private final Faults faults;
  private final Map<Field, Value> givers = new LinkedHashMap<>();
  private final Set<Field> assumed = new HashSet<>();
  private boolean figuresAssumed;

  /**
   * @param dataset names of the dataset attributes that the mapping states
   */
  KeyCheck(RowType theme, Value top, Set<String> dataset, Faults faults) {
    this.theme = theme;
    this.top = top;
    this.dataset = new HashSet<>(dataset);
    this.faults = faults;
  }

  /** A field is given at a place of the mapping. */
  void gives(Field field, Value place) {
    Value other = givers.putIfAbsent(field, place);
    if (other != null) {
      faults.add(
          place.fault(
              field.name()
                  + " is given by more than one column or constant; see also "
                  + other.place()));
    }
  }

  /** The same of a field that may not exist: the nearest is then taken to be meant. */
  void names(Value place, String name) {
    theme.find(name).ifPresentOrElse(field -> gives(field, place), () -> assume(name));
  }

  private void assume(String name) {
    List<String> known = theme.fields().stream().map(Field::name).toList();
    Nearest.of(name, known).flatMap(theme::find).ifPresent(assumed::add);
  }

  /** A dataset attribute comes from a column. */
  void givesDataset(Field field, Value place) {
    if (!dataset.add(field.name())) {
      faults.add(place.fault(field.name() + " is given by more than one column or constant"));
    }
  }

  /** A faulty column was meant to give something; it would be no help to say that it is missing. */
  void assume(Value column) {
    if (!column.isMap()) {
      return;
    }
    for (String word : List.of("field", "fields", "value")) {
      Value meant = column.get(word);
      if (meant != null) {
        names(meant).forEach(name -> assume(name));
      }
    }
    Value pattern = column.get("pattern");
    if (pattern != null && !pattern.isMap() && !pattern.isList()) {
      PLACES.matcher(pattern.text()).results().forEach(m -> assume(m.group(1)));
    }
  }

  private static Collection<String> names(Value meant) {
    if (meant.isMap()) {
      return meant.map().keySet();
    }
    return meant.isList()
        ? meant.list().stream().filter(v -> !v.isMap() && !v.isList()).map(Value::text).toList()
        : meant.texts();
  }

  /** A column of figures is faulty. */
  void assumeFigures(Value column) {
    figuresAssumed = true;
    assume(column);
  }

  /**
   * Notes what nobody gives.
   *
   * @param figures whether there is a column of figures
   */
  void check(boolean figures) {
    if (!figures && !figuresAssumed) {
      faults.add(columns().fault("no column of figures: one is written {value: {}}"));
    }
    for (Field field : theme.fields()) {
      if (field.isKey() && !givers.containsKey(field) && !assumed.contains(field)) {
        faults.add(
            columns()
                .fault(
                    field.name()
                        + " is part of the key, but no column, constant or combination gives it"
                        + remedy(field)));
      }
    }
    for (Field field : theme.datasetFields()) {
      if (field.required() && !dataset.contains(field.name())) {
        faults.add(
            top.fault(
                "the dataset attribute "
                    + field.name()
                    + " is missing; give it under dataset, or by a column"));
      }
    }
  }

  private Value columns() {
    Value columns = top.get("columns");
    return columns == null ? top : columns;
  }

  private String remedy(Field field) {
    CodeList list = field.type().list();
    boolean reporter = theme.theme().reporter().equals(field.name());
    return !reporter && list != null && list.indexOf(CodeList.TOTAL) >= 0
        ? "; where the figures are not broken down by it, write %s: %s under constants"
            .formatted(field.name(), CodeList.TOTAL)
        : "";
  }
}
