package org.midex.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of problem: one rule broken in one field, with what all its findings have in common.
 * Findings are counted by it.
 *
 * @param rule rule id
 * @param field the field, attribute or element, or null when the problem is the row's or message's
 *     as a whole
 * @param parameters values for the rule's group message, such as {@code list}
 */
public record Problem(String rule, @Nullable String field, Map<String, String> parameters) {
  public Problem {
    parameters = Map.copyOf(parameters);
  }

  public static Problem of(String rule, String field) {
    return new Problem(rule, field, Map.of());
  }

  public static Problem of(String rule) {
    return new Problem(rule, null, Map.of());
  }
}
