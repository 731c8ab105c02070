package org.midex.schema;

import java.util.Map;

/**
 * One requirement of the standard that a message or package can break. English texts; {@link Texts}
 * has the other languages. Texts name values in braces: {@code {field}}, {@code {value}} and what
 * the rule's own findings carry.
 *
 * @param id {@code MDX-…}, never reused
 * @param severity by the standard's own MUST and SHOULD
 * @param appliesTo {@code message}, {@code dataset}, {@code record}, {@code receipt}, {@code
 *     package}, {@code sealing}, {@code exchange}, {@code import} or {@code ruleset}
 * @param envelope whether it belongs to the few structural rules that an XSD cannot express
 *     (DOCTYPE, encoding, limits…)
 * @param message what is wrong, said of all findings of a group at once
 * @param detail what is wrong in one place
 * @param explanation why the rule is there, for {@code midex explain}
 * @param fix how to repair the data
 * @param parameters settings of the rule by name
 * @param source regulation, handbook, standard or measured evidence
 * @param since first minor version of the standard that has it
 */
public record Rule(
    String id,
    Severity severity,
    String appliesTo,
    boolean envelope,
    String message,
    String detail,
    String explanation,
    String fix,
    Map<String, String> parameters,
    String source,
    String since) {

  /** Whether the rule is about structure or envelope: {@code MDX-S…}. */
  public boolean structural() {
    return id.startsWith("MDX-S");
  }

  /** The same rule with another severity and other settings. */
  public Rule with(Severity otherSeverity, Map<String, String> otherParameters) {
    return new Rule(
        id,
        otherSeverity,
        appliesTo,
        envelope,
        message,
        detail,
        explanation,
        fix,
        otherParameters,
        source,
        since);
  }
}
