package org.midex.schema.publish;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes objects (maps with texts as keys), arrays (collections), texts, numbers and truth values
 * as JSON. Each member of the outermost object stands on a line of its own, and each element of an
 * array there, so that a change is a change of few lines.
 */
final class Json {
  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();

  private Json() {}

  /** The text of an object, which ends with a line feed. */
  static String text(Map<String, ?> object) {
    Json json = new Json();
    json.text.append('{');
    String separator = "\n";
    for (Map.Entry<String, ?> member : object.entrySet()) {
      json.text.append(separator).append(INDENT);
      json.name(member.getKey());
      if (member.getValue() instanceof Collection<?> array && isLong(array)) {
        json.lines(array);
      } else {
        json.value(member.getValue());
      }
      separator = ",\n";
    }
    return json.text.append("\n}\n").toString();
  }

  private static boolean isLong(Collection<?> array) {
    return array.stream().anyMatch(element -> element instanceof Map);
  }

  private void lines(Collection<?> array) {
    String separator = "[\n";
    for (Object element : array) {
      text.append(separator).append(INDENT).append(INDENT);
      value(element);
      separator = ",\n";
    }
    text.append('\n').append(INDENT).append(']');
  }

  private void value(Object value) {
    if (value instanceof Map<?, ?> object) {
      String separator = "{";
      for (Map.Entry<?, ?> member : object.entrySet()) {
        text.append(separator);
        name(String.valueOf(member.getKey()));
        value(member.getValue());
        separator = ", ";
      }
      text.append(object.isEmpty() ? "{}" : "}");
    } else if (value instanceof Collection<?> array) {
      String separator = "[";
      for (Object element : array) {
        text.append(separator);
        value(element);
        separator = ", ";
      }
      text.append(array.isEmpty() ? "[]" : "]");
    } else if (value instanceof Number || value instanceof Boolean) {
      text.append(value);
    } else {
      quote(String.valueOf(value));
    }
  }

  private void name(String name) {
    quote(name);
    text.append(": ");
  }

  private void quote(String raw) {
    text.append(AvroSchemas.quote(raw));
  }

  /** An object in the making; what says nothing is left out. */
  static final class Members {
    private final Map<String, Object> members = new LinkedHashMap<>();

    /** Adds a member, unless it is null, false, or an empty collection or object. */
    Members with(String name, @Nullable Object value) {
      boolean nothing =
          value == null
              || value.equals(false)
              || (value instanceof Collection<?> array && array.isEmpty())
              || (value instanceof Map<?, ?> object && object.isEmpty());
      return nothing || value == null ? this : always(name, value);
    }

    /** Adds a member. */
    Members always(String name, Object value) {
      members.put(name, value);
      return this;
    }

    Map<String, Object> done() {
      return members;
    }
  }
}
