package org.midex.schema.publish;

import java.util.Map;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** Finds the types that a type is made of. */
final class Components {
  private Components() {}

  /** Adds the type and all types inside it to {@code found}, by id, outermost first. */
  static void collect(RowType type, Map<String, RowType> found) {
    if (found.putIfAbsent(type.id(), type) == null) {
      for (Field field : type.fields()) {
        RowType component = field.type().component();
        if (component != null) {
          collect(component, found);
        }
      }
    }
  }
}
