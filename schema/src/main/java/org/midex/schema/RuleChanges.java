package org.midex.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Rules beside or in place of the catalogue's own. The standard's files stay as they are.
 *
 * @param rules rules by id: new ones, and ones that are set otherwise
 * @param texts texts of new rules by language and key, see {@link Texts}
 * @param off ids of rules that are not judged by
 */
public record RuleChanges(
    Map<String, Rule> rules, Map<String, Map<String, String>> texts, Set<String> off) {
  public static final RuleChanges NONE = new RuleChanges(Map.of(), Map.of(), Set.of());

  /** These changes and then others, which win. */
  public RuleChanges and(RuleChanges others) {
    Map<String, Rule> allRules = new LinkedHashMap<>(rules);
    allRules.putAll(others.rules);
    Map<String, Map<String, String>> allTexts = new HashMap<>();
    texts.forEach((language, byKey) -> allTexts.put(language, new HashMap<>(byKey)));
    others.texts.forEach(
        (language, byKey) ->
            allTexts.computeIfAbsent(language, l -> new HashMap<>()).putAll(byKey));
    Set<String> allOff = new HashSet<>(off);
    allOff.addAll(others.off);
    return new RuleChanges(allRules, allTexts, allOff);
  }

  /** The catalogue's own ids, then new ones. */
  Set<String> ids(Set<String> own) {
    if (own.containsAll(rules.keySet())) {
      return own;
    }
    Set<String> all = new LinkedHashSet<>(own);
    all.addAll(rules.keySet());
    return all;
  }
}
