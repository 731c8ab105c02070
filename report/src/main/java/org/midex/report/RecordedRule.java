package org.midex.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Catalogue;
import org.midex.schema.Rule;
import org.midex.schema.RuleChanges;
import org.midex.schema.Severity;

/**
 * A rule that was other than the catalogue's files have it, as a recorded report carries it, so
 * that the report can be written again without the rule set and the vendors' jars.
 *
 * @param off whether files were not judged by it
 * @param appliesTo see {@link Rule}; null for a rule that the files have
 * @param source see {@link Rule}; empty for a rule that the files have
 * @param texts by language and part ({@code message}, {@code detail}, {@code explanation}, {@code
 *     fix}); empty for a rule that the files have
 */
public record RecordedRule(
    String id,
    Severity severity,
    boolean off,
    @Nullable String appliesTo,
    String source,
    Map<String, Map<String, String>> texts) {
  public RecordedRule {
    texts = Map.copyOf(texts);
  }

  /** What a catalogue has to be changed by. Rules that it has itself keep their texts. */
  static RuleChanges changes(List<RecordedRule> recorded, Catalogue catalogue) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    Map<String, Map<String, String>> texts = new HashMap<>();
    Set<String> off = new HashSet<>();
    for (RecordedRule rule : recorded) {
      Rule known = catalogue.findRule(rule.id).orElse(null);
      if (known != null) {
        rules.put(rule.id, known.with(rule.severity, known.parameters()));
      } else if (rule.appliesTo != null) {
        rules.put(rule.id, rule.added(rule.appliesTo));
        rule.texts.forEach((language, parts) -> rule.translate(language, parts, texts));
      }
      if (rule.off) {
        off.add(rule.id);
      }
    }
    return new RuleChanges(rules, texts, off);
  }

  /** English is in the rule itself. */
  private void translate(
      String language, Map<String, String> parts, Map<String, Map<String, String>> texts) {
    if (!language.equals("en")) {
      Map<String, String> byKey = texts.computeIfAbsent(language, l -> new HashMap<>());
      parts.forEach((part, text) -> byKey.put("rule." + id + "." + part, text));
    }
  }

  private Rule added(String kind) {
    Map<String, String> english = texts.getOrDefault("en", Map.of());
    return new Rule(
        id,
        severity,
        kind,
        false,
        english.getOrDefault("message", id),
        english.getOrDefault("detail", id),
        english.getOrDefault("explanation", ""),
        english.getOrDefault("fix", ""),
        Map.of(),
        source,
        "");
  }
}
