package org.midex.tabular.internal;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;
import org.midex.schema.internal.YamlFile.Value;

/** Reads what may stand in place of a figure, or behind it. */
final class TokenLoader {
  private final FieldLoader fields;
  private final Faults faults;
  private final Map<String, Map<Field, String>> missing = new LinkedHashMap<>();
  private final Set<String> gaps = new HashSet<>();
  private final Map<String, Map<Field, String>> marks = new LinkedHashMap<>();

  TokenLoader(FieldLoader fields, Faults faults) {
    this.fields = fields;
    this.faults = faults;
  }

  /**
   * Tokens that stand for no figure.
   *
   * @param value null when the mapping names none
   */
  void missing(@Nullable Value value, boolean sdmx) {
    if (value == null) {
      if (sdmx) {
        gaps.addAll(Sdmx.NO_FIGURE);
      }
      return;
    }
    value
        .map()
        .forEach(
            (token, meaning) ->
                faults.run(
                    () -> {
                      if (meaning.isMap()) {
                        missing.put(token, fields.attributes(meaning));
                      } else if (meaning.text().equals("empty")) {
                        missing.put(token, Map.of());
                      } else if (meaning.text().equals("gap")) {
                        gaps.add(token);
                      } else {
                        throw meaning.fault(
                            "expected empty, gap, or attributes such as {OBS_STATUS: O}");
                      }
                    }));
  }

  /**
   * Texts behind figures.
   *
   * @param value null when the mapping names none
   */
  void marks(@Nullable Value value) {
    if (value == null) {
      return;
    }
    value
        .map()
        .forEach(
            (mark, meaning) ->
                faults.run(
                    () -> {
                      if (mark.isBlank() || mark.chars().anyMatch(Character::isDigit)) {
                        throw meaning.fault("'" + mark + "' cannot be told from a figure");
                      }
                      marks.put(
                          mark.strip(),
                          meaning.isMap() ? fields.attributes(meaning) : nothing(meaning));
                    }));
  }

  private static Map<Field, String> nothing(Value meaning) {
    if (!meaning.text().equals("ignore")) {
      throw meaning.fault("expected ignore, or attributes such as {OBS_STATUS: E}");
    }
    return Map.of();
  }

  /** See {@link Plan#missing}. */
  Map<String, Map<Field, String>> missing() {
    return missing;
  }

  /** See {@link Plan#gaps}. */
  Set<String> gaps() {
    return gaps;
  }

  /** See {@link Plan#marks}. */
  Map<String, Map<Field, String>> marks() {
    return marks;
  }
}
