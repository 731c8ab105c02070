package org.midex.codec.avro;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.midex.codec.avro.Column.Primitive;
import org.midex.codec.head.Structure;
import org.midex.model.Lexical;
import org.midex.model.Location;
import org.midex.model.Row;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.publish.AvroSchemas;

/** Reads rows as the file's own schema wrote them; says at the start where that differs. */
final class RowDecoder {
  private static final String NOTHING = "–";

  private final Structure structure;
  private final List<Column> columns;
  private final List<@Nullable Field> fields = new ArrayList<>();
  private final TextInput texts = new TextInput();
  private boolean schemaIsSound = true;

  private RowDecoder(Structure structure, List<Column> columns) {
    this.structure = structure;
    this.columns = columns;
  }

  /**
   * Compares a file's schema with the published one. Fields in another order and missing optional
   * ones are no difference.
   *
   * @throws ContainerException when rows of this schema cannot be read at all; every difference was
   *     reported
   */
  static RowDecoder of(WriterSchema schema, RowType type, Structure structure)
      throws ContainerException {
    RowDecoder decoder = new RowDecoder(structure, schema.columns());
    String name = AvroSchemas.NAMESPACE + "." + type.id();
    if (!schema.name().equals(name)) {
      decoder.differs(type.id(), name, schema.name());
    }
    Map<String, Column> seen = new HashMap<>();
    for (Column column : schema.columns()) {
      decoder.fields.add(decoder.match(column, seen.put(column.name(), column) != null, type));
    }
    for (Field field : type.fields()) {
      if (field.required() && !seen.containsKey(field.name())) {
        decoder.differs(field.name(), Column.published(field), NOTHING);
      }
    }
    decoder.requireReadable();
    return decoder;
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
    schemaIsSound = false;
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

  /**
   * Reads a row.
   *
   * @param at where the row is, for findings
   * @return whether it has no structural error
   */
  boolean read(BinaryInput data, Row row, Supplier<Location> at) throws IOException {
    row.clear();
    boolean sound = schemaIsSound;
    for (int i = 0; i < columns.size(); i++) {
      Primitive branch = columns.get(i).branch(data);
      Field field = fields.get(i);
      if (field == null) {
        Column.skip(branch, data);
      } else if (branch != Primitive.NULL) {
        sound &= readValue(branch, field, data, row, at);
      }
    }
    return sound;
  }

  private boolean readValue(
      Primitive branch, Field field, BinaryInput data, Row row, Supplier<Location> at)
      throws IOException {
    String text =
        switch (branch) {
          case LONG -> Lexical.text(data.number(), 0);
          case BYTES -> DecimalInput.read(data, field.type().scale());
          default -> texts.read(data);
        };
    if (text == null) {
      structure.notUtf8(field.name(), at.get());
      return false;
    }
    boolean valid = row.set(field.slot(), text) || field.type().list() != null;
    if (!valid || (branch == Primitive.STRING && texts.hasForbiddenCharacter())) {
      structure.malformed(field, text, at.get());
      return false;
    }
    return true;
  }
}
