package org.midex.codec.avro;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.midex.codec.avro.Column.Primitive;
import org.midex.model.io.Limits;

/**
 * The schema that a file was written with, as far as flat rows need it. What is not flat becomes a
 * column that cannot be read; nothing is resolved, so a schema cannot refer to itself.
 *
 * @param name full name of the record; empty when it has none
 */
record WriterSchema(String name, List<Column> columns) {
  private static final int DEPTH = 16;
  private static final int SHOWN = 200;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxNameLength(ContainerHeader.SCHEMA_SIZE)
                  .maxNumberLength(ContainerHeader.SCHEMA_SIZE)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  WriterSchema {
    columns = List.copyOf(columns);
  }

  /**
   * Reads a schema.
   *
   * @throws ContainerException when it is no JSON, no record, or beyond the limits
   */
  static WriterSchema parse(byte[] text) throws IOException {
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      WriterSchema schema = new Parser(json).record();
      if (json.nextToken() != null) {
        throw ContainerException.damaged("The schema has more than one value");
      }
      return schema;
    } catch (StreamConstraintsException e) {
      throw ContainerException.limit("schema depth", DEPTH);
    } catch (JsonProcessingException e) {
      throw ContainerException.damaged("The schema is no JSON: " + cut(e.getOriginalMessage()));
    }
  }

  private static String cut(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  /** Every method begins at a value's first token and ends at its last. */
  private static final class Parser {
    private final JsonParser json;

    Parser(JsonParser json) {
      this.json = json;
    }

    WriterSchema record() throws IOException {
      String type = "";
      String name = "";
      String namespace = "";
      List<Column> columns = List.of();
      if (json.currentToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String key = json.currentName();
          json.nextToken();
          switch (key) {
            case "type" -> type = text();
            case "name" -> name = text();
            case "namespace" -> namespace = text();
            case "fields" -> columns = columns();
            default -> json.skipChildren();
          }
        }
      }
      if (!type.equals("record") || columns.isEmpty()) {
        throw ContainerException.damaged("The schema is no record with fields");
      }
      return new WriterSchema(
          name.contains(".") || namespace.isEmpty() ? name : namespace + "." + name, columns);
    }

    private List<Column> columns() throws IOException {
      List<Column> columns = new ArrayList<>();
      if (json.currentToken() != JsonToken.START_ARRAY) {
        json.skipChildren();
        return columns;
      }
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (columns.size() == Limits.ATTRIBUTES) {
          throw ContainerException.limit("number of schema fields", Limits.ATTRIBUTES);
        }
        columns.add(column());
      }
      return columns;
    }

    private Column column() throws IOException {
      String name = "";
      Type type = new Type("", null);
      List<Type> branches = List.of();
      boolean union = false;
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw ContainerException.damaged("The schema has a field without a name");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String key = json.currentName();
        json.nextToken();
        switch (key) {
          case "name" -> name = text();
          case "type" -> {
            union = json.currentToken() == JsonToken.START_ARRAY;
            if (union) {
              branches = branches();
            } else {
              type = type();
            }
          }
          default -> json.skipChildren();
        }
      }
      return union ? union(name, branches) : single(name, type);
    }

    private static Column single(String name, Type type) {
      // a value that takes no bytes would let a few bytes hold rows without end
      boolean readable = type.primitive() != null && type.primitive() != Primitive.NULL;
      return new Column(name, type.name(), readable ? List.of(type.primitive()) : List.of(), false);
    }

    private static Column union(String name, List<Type> branches) {
      List<Primitive> primitives = new ArrayList<>();
      for (Type branch : branches) {
        if (branch.primitive() != null) {
          primitives.add(branch.primitive());
        }
      }
      boolean readable = primitives.size() == branches.size();
      return new Column(
          name,
          cut(Column.union(branches.stream().map(Type::name).toList())),
          readable ? primitives : List.of(),
          true);
    }

    private List<Type> branches() throws IOException {
      List<Type> branches = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (branches.size() == Limits.ATTRIBUTES) {
          throw ContainerException.limit("number of union branches", Limits.ATTRIBUTES);
        }
        branches.add(type());
      }
      return branches;
    }

    private Type type() throws IOException {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        return Type.of(text(), "", 0, 0);
      }
      String name = "";
      String logical = "";
      long precision = 0;
      long scale = 0;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String key = json.currentName();
        json.nextToken();
        switch (key) {
          case "type" -> name = text();
          case "logicalType" -> logical = text();
          case "precision" -> precision = integer();
          case "scale" -> scale = integer();
          default -> json.skipChildren();
        }
      }
      return Type.of(name, logical, precision, scale);
    }

    private String text() throws IOException {
      if (json.currentToken() == JsonToken.VALUE_STRING) {
        return cut(json.getText());
      }
      json.skipChildren();
      return "?";
    }

    private long integer() throws IOException {
      if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
          && json.getNumberType() == JsonParser.NumberType.INT) {
        return json.getIntValue();
      }
      json.skipChildren();
      return -1;
    }
  }

  /**
   * A type or a union's branch.
   *
   * @param primitive null when it has parts, or refers to another type
   */
  private record Type(String name, @Nullable Primitive primitive) {
    static Type of(String name, String logical, long precision, long scale) {
      for (Primitive primitive : Primitive.values()) {
        if (primitive.name().toLowerCase(Locale.ROOT).equals(name)) {
          boolean decimal = primitive == Primitive.BYTES && logical.equals("decimal");
          return new Type(decimal ? Column.decimal(precision, scale) : name, primitive);
        }
      }
      return new Type(name, null);
    }
  }
}
