package org.midex.validation;

import java.util.Map;
import java.util.Set;
import org.midex.model.MessageHead;
import org.midex.schema.RowType;
import org.midex.schema.Severity;

/**
 * One rule that a vendor adds to the standard's. Immutable and shareable: what it remembers while a
 * message is read belongs to the check that {@link #start} makes.
 */
public interface VendorRule {
  /**
   * The vendor's own prefix, {@code -V} and two digits: {@code ACME-V01}. Never {@code MDX-…}, and
   * never used for another rule later.
   */
  String id();

  Severity severity();

  /** What it says to people, by two-letter language; {@code en} must be there. */
  Map<String, RuleTexts> texts();

  /** Themes that it judges; empty for all. */
  default Set<String> themes() {
    return Set.of();
  }

  /** Settings by name, which a rule set can change; none unless the rule says so. */
  default Map<String, String> parameters() {
    return Map.of();
  }

  /**
   * A check of one message.
   *
   * @param theme the message's theme, one of {@link #themes}
   * @param parameters the settings in force
   */
  VendorCheck start(MessageHead head, RowType theme, Map<String, String> parameters);
}
