package org.midex.model.signature;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a package, its signatures or its seal.
 *
 * @param rule id of the rule that it breaks, of the catalogue's package rules (MDX-P)
 * @param value what it is about, such as the name of an entry
 * @param details values for the rule's texts
 */
public record Fault(String rule, @Nullable String value, Map<String, String> details) {
  public Fault {
    details = Map.copyOf(details);
  }

  public static Fault of(String rule, Map<String, String> details) {
    return new Fault(rule, null, details);
  }

  public static Fault of(String rule, String value) {
    return new Fault(rule, value, Map.of());
  }
}
