package org.midex.report.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object, held in memory. Members that are missing or of another type read as nothing.
 *
 * @param members texts, numbers, truth values, lists, and further objects
 */
public record JsonLine(Map<String, Object> members) {
  /** Values of one line; a report has far fewer. */
  private static final int LARGEST = 2_000_000;

  /** Digits of a number, before and after the point. */
  private static final int DIGITS = 40;

  /**
   * Reads the object that the parser stands at.
   *
   * @throws IOException when it is no JSON or too large
   */
  static JsonLine read(JsonParser json) throws IOException {
    return object(json, new int[] {LARGEST});
  }

  private static JsonLine object(JsonParser json, int[] left) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      Object value = value(json, left);
      if (value != null) {
        members.put(name, value);
      }
    }
    return new JsonLine(members);
  }

  private static @Nullable Object value(JsonParser json, int[] left) throws IOException {
    if (left[0]-- == 0) {
      throw new IOException("a line has more than " + LARGEST + " values");
    }
    return switch (Objects.requireNonNull(json.currentToken(), "the file ends in a line")) {
      case START_OBJECT -> object(json, left);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          Object item = value(json, left);
          if (item != null) {
            list.add(item);
          }
        }
        yield list;
      }
      case VALUE_NUMBER_INT ->
          json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? json.getDecimalValue()
              : (Object) json.getLongValue();
      case VALUE_NUMBER_FLOAT -> json.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> json.getText();
      default -> null;
    };
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  @Nullable String text(String name) {
    return members.get(name) instanceof String text ? text : null;
  }

  String text(String name, String otherwise) {
    return members.get(name) instanceof String text ? text : otherwise;
  }

  long number(String name, long otherwise) {
    return members.get(name) instanceof Long number ? number : otherwise;
  }

  /** A number with or without decimals; zero where there is none of a sensible size. */
  BigDecimal decimal(String name) {
    Object value = members.get(name);
    if (value instanceof Long number) {
      return BigDecimal.valueOf(number);
    }
    return value instanceof BigDecimal number
            && number.precision() <= DIGITS
            && Math.abs(number.scale()) <= DIGITS
        ? number
        : BigDecimal.ZERO;
  }

  boolean is(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }

  /** An object without members where there is none. */
  JsonLine object(String name) {
    return members.get(name) instanceof JsonLine object ? object : new JsonLine(Map.of());
  }

  List<JsonLine> objects(String name) {
    return list(name).stream()
        .filter(JsonLine.class::isInstance)
        .map(JsonLine.class::cast)
        .toList();
  }

  List<Long> numbers(String name) {
    return list(name).stream().filter(Long.class::isInstance).map(Long.class::cast).toList();
  }

  List<String> strings(String name) {
    return list(name).stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  /** The members that are texts. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    members.forEach(
        (name, value) -> {
          if (value instanceof String text) {
            texts.put(name, text);
          }
        });
    return texts;
  }

  private List<?> list(String name) {
    return members.get(name) instanceof List<?> list ? list : List.of();
  }
}
