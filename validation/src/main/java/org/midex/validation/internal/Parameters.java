package org.midex.validation.internal;

import java.util.Set;
import org.midex.schema.Rule;

/** Settings of rules, as {@code rules.yaml} gives them. */
public final class Parameters {
  private Parameters() {}

  /** Words separated by spaces; none when the rule does not have the parameter. */
  public static Set<String> words(Rule rule, String name) {
    String text = rule.parameters().getOrDefault(name, "").strip();
    return text.isEmpty() ? Set.of() : Set.of(text.split(" +"));
  }
}
