package org.midex.schema.publish;

import java.util.stream.Collectors;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/**
 * Writes Avro schemas: one flat record a theme, so that any Avro reader sees a table with the
 * concepts as columns.
 */
public final class AvroSchemas {
  /** Namespace of the records of major version 1. */
  public static final String NAMESPACE = "org.midex.v1";

  /** Digits of an amount. */
  public static final int PRECISION = 18;

  private AvroSchemas() {}

  /**
   * The schema of a type's rows as JSON text that ends with a line feed. Dataset attributes are not
   * in the row; the file's metadata hold them.
   *
   * @throws IllegalArgumentException when the type has parts of its own: only flat rows are written
   */
  public static String json(RowType type) {
    return "{\n"
        + "  \"type\": \"record\",\n"
        + "  \"name\": "
        + quote(type.id())
        + ",\n  \"namespace\": "
        + quote(NAMESPACE)
        + ",\n  \"doc\": "
        + quote(type.description().name() + ". " + type.description().definition())
        + ",\n  \"fields\": [\n"
        + type.fields().stream().map(f -> "    " + field(f)).collect(Collectors.joining(",\n"))
        + "\n  ]\n}\n";
  }

  private static String field(Field field) {
    String values = values(field);
    return "{\"name\": "
        + quote(field.name())
        + ", \"type\": "
        + (field.required() ? values : "[\"null\", " + values + "], \"default\": null")
        + ", \"doc\": "
        + quote(field.definition())
        + "}";
  }

  private static String values(Field field) {
    ValueType type = field.type();
    if (type.kind() == ValueType.Kind.COMPONENT || field.max() > 1) {
      throw new IllegalArgumentException(field.name() + " is no single value; Avro rows are flat");
    }
    return switch (type.kind()) {
      case COUNT -> "\"long\"";
      case AMOUNT ->
          "{\"type\": \"bytes\", \"logicalType\": \"decimal\", \"precision\": "
              + PRECISION
              + ", \"scale\": "
              + type.scale()
              + "}";
      default -> "\"string\"";
    };
  }

  static String quote(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                json.append('\\').appendCodePoint(c);
              } else if (c < ' ') {
                json.append(String.format("\\u%04x", c));
              } else {
                json.appendCodePoint(c);
              }
            });
    return json.append('"').toString();
  }
}
