package org.midex.codec.avro;

import java.io.IOException;
import java.util.function.Supplier;
import org.midex.codec.avro.Column.Primitive;
import org.midex.codec.head.Structure;
import org.midex.model.Lexical;
import org.midex.model.Location;
import org.midex.model.Row;
import org.midex.schema.Field;

/**
 * The exact lane: reads a row value by value as they come, whatever they are, and says what is
 * wrong with them.
 */
final class RowDecoder {
  private final RowLayout layout;
  private final Structure structure;
  private final TextInput texts = new TextInput();

  RowDecoder(RowLayout layout, Structure structure) {
    this.layout = layout;
    this.structure = structure;
  }

  /**
   * Reads a row.
   *
   * @param at where the row is, for findings
   * @return whether it has no structural error
   */
  boolean read(BinaryInput data, Row row, Supplier<Location> at) throws IOException {
    row.clear();
    boolean sound = layout.isSound();
    for (int i = 0; i < layout.columns().size(); i++) {
      Primitive branch = layout.columns().get(i).branch(data);
      Field field = layout.field(i);
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
