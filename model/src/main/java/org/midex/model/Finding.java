package org.midex.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Severity;

/**
 * One problem in the data.
 *
 * @param severity the rule's severity in this run
 * @param value the offending text, or null
 * @param suggestion what was probably meant, or null
 * @param details values for the rule's detail message
 */
public record Finding(
    Problem problem,
    Severity severity,
    Location location,
    @Nullable String value,
    @Nullable String suggestion,
    Map<String, String> details) {
  public Finding {
    details = Map.copyOf(details);
  }
}
