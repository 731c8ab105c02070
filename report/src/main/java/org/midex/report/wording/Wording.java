package org.midex.report.wording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.midex.model.Problem;
import org.midex.schema.Catalogue;
import org.midex.schema.Rule;
import org.midex.schema.Severity;
import org.midex.schema.Texts;

/**
 * The catalogue's words for findings, with their values filled in and cut. Only what no eye tells
 * apart is escaped in them; for the rest whoever prints them does that.
 */
public final class Wording {
  /** Characters of one value that a sentence holds. */
  public static final int LONGEST = 200;

  private static final List<String> REASONS =
      List.of(
          "unknownCode",
          "malformed",
          "headerMissing",
          "newerVersion",
          "limit",
          "tooLarge",
          "otherUnreadable",
          "brokenOff");

  private final Catalogue catalogue;
  private final Texts texts;

  public Wording(Catalogue catalogue, Texts texts) {
    this.catalogue = catalogue;
    this.texts = texts;
  }

  /** The rule's severity as the catalogue has it; a rule that it does not know is an error. */
  public Severity severity(String rule) {
    return catalogue.findRule(rule).map(Rule::severity).orElse(Severity.ERROR);
  }

  /**
   * What is wrong, said of all findings of a group; the rule's id when the catalogue does not know
   * it.
   */
  public String message(Problem problem, @Nullable String value) {
    Map<String, String> values = values(problem, value, null, Map.of());
    return catalogue
        .findRule(problem.rule())
        .map(r -> texts.message(r, values))
        .orElse(problem.rule());
  }

  /** What is wrong in one place. */
  public String detail(
      Problem problem,
      @Nullable String value,
      @Nullable String suggestion,
      Map<String, String> details) {
    Map<String, String> values = values(problem, value, suggestion, details);
    return catalogue
        .findRule(problem.rule())
        .map(r -> texts.detail(r, values))
        .orElse(problem.rule());
  }

  /** How to repair the data; empty for a rule that the catalogue does not know. */
  public Optional<String> fix(Problem problem) {
    Map<String, String> values = values(problem, null, null, Map.of());
    return catalogue.findRule(problem.rule()).map(r -> texts.fix(r, values));
  }

  /**
   * Whether a text of a rule is in the language asked for, and not in English for want of it.
   *
   * @param part {@code message}, {@code detail}, {@code explanation} or {@code fix}
   */
  public boolean translated(String rule, String part) {
    return texts.language().equals("en") || texts.own("rule." + rule + "." + part).isPresent();
  }

  /** Why a rule was not run. */
  public String why(String reason) {
    return REASONS.contains(reason) ? texts.ui("report.why." + reason) : reason;
  }

  private static Map<String, String> values(
      Problem problem,
      @Nullable String value,
      @Nullable String suggestion,
      Map<String, String> details) {
    Map<String, String> values = new HashMap<>(problem.parameters());
    values.put("field", problem.field() == null ? "" : problem.field());
    put(values, "value", value == null ? null : Plain.distinct(value));
    put(values, "expected", suggestion);
    values.putAll(details);
    values.replaceAll((k, v) -> v.length() <= LONGEST ? v : Plain.clip(v, LONGEST) + "…");
    return values;
  }

  private static void put(Map<String, String> values, String key, @Nullable String text) {
    if (text != null) {
      values.put(key, text);
    }
  }
}
