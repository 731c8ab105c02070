package org.midex.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/**
 * One figure as its sender stated it. Immutable; equal when type and all texts are equal.
 *
 * @param type the theme
 * @param texts the fields' texts by slot, null where a field was not sent
 */
public record Observation(RowType type, List<@Nullable String> texts) implements RowView {
  public Observation {
    if (texts.size() != type.fields().size()) {
      throw new IllegalArgumentException(
          type + " has " + type.fields().size() + " fields, not " + texts.size());
    }
    texts = Collections.unmodifiableList(new ArrayList<>(texts));
  }

  /** A copy of a row. */
  public static Observation of(RowView row) {
    List<@Nullable String> texts = new ArrayList<>();
    for (Field field : row.type().fields()) {
      texts.add(row.text(field.slot()));
    }
    return new Observation(row.type(), texts);
  }

  /**
   * An observation from its fields' texts by name.
   *
   * @throws IllegalArgumentException when the theme has no such field
   */
  public static Observation of(RowType type, Map<String, String> fields) {
    @Nullable String[] texts = new String[type.fields().size()];
    fields.forEach((name, text) -> texts[type.field(name).slot()] = text);
    return new Observation(type, java.util.Arrays.asList(texts));
  }

  /**
   * The figure, or null when there is none or its text is no number; never a sentinel such as −1.
   * Unit: the theme's.
   */
  public @Nullable BigDecimal value() {
    return type.measure()
        .map(Field::slot)
        .filter(this::valid)
        .map(slot -> new BigDecimal(Objects.requireNonNull(text(slot))))
        .orElse(null);
  }

  /** The fields that were sent, by name, in the theme's order. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Field field : type.fields()) {
      String text = text(field.slot());
      if (text != null) {
        fields.put(field.name(), text);
      }
    }
    return fields;
  }

  @Override
  public @Nullable String text(int slot) {
    return texts.get(slot);
  }

  @Override
  public boolean valid(int slot) {
    return toRow().valid(slot);
  }

  @Override
  public int code(int slot) {
    return toRow().code(slot);
  }

  @Override
  public long number(int slot) {
    return toRow().number(slot);
  }

  /** The same row with its texts parsed, for those who ask for many of its values. */
  public Row toRow() {
    Row row = new Row(type);
    for (int slot = 0; slot < texts.size(); slot++) {
      String text = texts.get(slot);
      if (text != null) {
        row.set(slot, text);
      }
    }
    return row;
  }

  @Override
  public Observation toObservation() {
    return this;
  }

  /** One line for people, as in the canonical form but not escaped. */
  @Override
  public String toString() {
    StringJoiner line = new StringJoiner(" ", type.id() + "[", "]");
    fields().forEach((name, text) -> line.add(name + "=\"" + text + "\""));
    return line.toString();
  }
}
