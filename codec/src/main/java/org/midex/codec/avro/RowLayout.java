package org.midex.codec.avro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.codec.head.Structure;
import org.midex.model.Location;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.publish.AvroSchemas;

/**
 * Which field each column of a file fills. Found by comparing the file's schema with the published
 * one; every difference is reported. Fields in another order and missing optional ones are none.
 */
final class RowLayout {
  private static final String NOTHING = "–";

  private final Structure structure;
  private final List<Column> columns;
  private final List<@Nullable Field> fields = new ArrayList<>();
  private boolean sound = true;

  private RowLayout(Structure structure, List<Column> columns) {
    this.structure = structure;
    this.columns = columns;
  }

  /**
   * Compares a file's schema with a type's.
   *
   * @throws ContainerException when rows of this schema cannot be read at all
   */
  static RowLayout of(WriterSchema schema, RowType type, Structure structure)
      throws ContainerException {
    RowLayout layout = new RowLayout(structure, schema.columns());
    String name = AvroSchemas.NAMESPACE + "." + type.id();
    if (!schema.name().equals(name)) {
      layout.differs(type.id(), name, schema.name());
    }
    Map<String, Column> seen = new HashMap<>();
    for (Column column : schema.columns()) {
      layout.fields.add(layout.match(column, seen.put(column.name(), column) != null, type));
    }
    for (Field field : type.fields()) {
      if (field.required() && !seen.containsKey(field.name())) {
        layout.differs(field.name(), Column.published(field), NOTHING);
      }
    }
    layout.requireReadable();
    return layout;
  }

  /** The field that a column fills; null when its values are passed over. */
  private @Nullable Field match(Column column, boolean again, RowType type) {
    Field field = type.find(column.name()).orElse(null);
    if (field == null || again) {
      if (structure.newer() && column.readable() && !again) {
        structure.unknownPart(column.name(), Location.ofMessage());
      } else {
        differs(column.name(), NOTHING, column.type());
      }
      return null;
    }
    if (!column.type().equals(Column.published(field))) {
      differs(column.name(), Column.published(field), column.type());
      return null;
    }
    return field;
  }

  private void differs(String field, String expected, String found) {
    sound = false;
    structure.schemaDiffers(field, expected, found, Location.ofMessage());
  }

  private void requireReadable() throws ContainerException {
    for (Column column : columns) {
      if (!column.readable()) {
        throw ContainerException.damaged(
            "Rows with " + column.name() + " of the type " + column.type() + " cannot be read");
      }
    }
  }

  List<Column> columns() {
    return columns;
  }

  /** The field that a column fills; null when its values are passed over. */
  @Nullable Field field(int column) {
    return fields.get(column);
  }

  /** Whether rows can be without structural error. */
  boolean isSound() {
    return sound;
  }
}
