package org.midex.codec.avro;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.midex.schema.Field;
import org.midex.schema.ValueType;
import org.midex.schema.publish.AvroSchemas;

/**
 * One field of a file's own schema.
 *
 * @param type the type in words, equal for equal types: {@code [null, long]}
 * @param branches what a value can be; empty when rows with it cannot be read
 * @param union whether each value begins with the number of its branch
 */
record Column(String name, String type, List<Primitive> branches, boolean union) {

  /** Types without parts, as they are written in a schema. */
  enum Primitive {
    NULL,
    BOOLEAN,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    BYTES,
    STRING
  }

  Column {
    branches = List.copyOf(branches);
  }

  boolean readable() {
    return !branches.isEmpty();
  }

  /** The branch of the value that follows. */
  Primitive branch(BinaryInput data) throws IOException {
    if (!union) {
      return branches.get(0);
    }
    long number = data.number();
    if (number < 0 || number >= branches.size()) {
      throw ContainerException.damaged(
          "A value of " + name + " has the union branch " + number + " of " + branches.size());
    }
    return branches.get((int) number);
  }

  /** Passes over a value. */
  static void skip(Primitive branch, BinaryInput data) throws IOException {
    switch (branch) {
      case NULL -> {}
      case BOOLEAN -> data.skip(1);
      case INT, LONG -> data.number();
      case FLOAT -> data.skip(Float.BYTES);
      case DOUBLE -> data.skip(Double.BYTES);
      case BYTES, STRING -> data.skip(data.length());
    }
  }

  /** The type that the published schema gives a field. */
  static String published(Field field) {
    ValueType type = field.type();
    String value =
        switch (type.kind()) {
          case COUNT -> "long";
          case AMOUNT -> decimal(AvroSchemas.PRECISION, type.scale());
          default -> "string";
        };
    return field.required() ? value : union(List.of("null", value));
  }

  static String decimal(long precision, long scale) {
    return "decimal(" + precision + ", " + scale + ")";
  }

  static String union(List<String> types) {
    return types.stream().collect(Collectors.joining(", ", "[", "]"));
  }
}
