package org.midex.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.midex.report.RecordedRule;
import org.midex.schema.Catalogue;
import org.midex.schema.Rule;
import org.midex.schema.RuleChanges;

/**
 * Rules that are other than in the catalogue's files, as a recorded report carries them, so that it
 * can be written again without the rule set and the vendors' jars.
 */
final class RecordedRules {
  private static final List<String> PARTS = List.of("message", "detail", "explanation", "fix");

  private RecordedRules() {}

  /** Writes the member {@code rules}; nothing when all rules are the catalogue's own. */
  static void write(JsonGenerator json, Catalogue catalogue) throws IOException {
    RuleChanges changes = catalogue.changes();
    Set<String> changed = new TreeSet<>(changes.rules().keySet());
    changed.addAll(changes.off());
    if (changed.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("rules");
    for (String id : changed) {
      Rule rule = catalogue.rule(id);
      json.writeStartObject();
      json.writeStringField("rule", id);
      json.writeStringField("severity", Words.of(rule.severity()));
      if (changes.off().contains(id)) {
        json.writeBooleanField("off", true);
      }
      if (catalogue.added(id)) {
        json.writeStringField("appliesTo", rule.appliesTo());
        json.writeStringField("source", rule.source());
        texts(json, changes, rule);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void texts(JsonGenerator json, RuleChanges changes, Rule rule) throws IOException {
    json.writeObjectFieldStart("texts");
    json.writeObjectFieldStart("en");
    json.writeStringField("message", rule.message());
    json.writeStringField("detail", rule.detail());
    json.writeStringField("explanation", rule.explanation());
    json.writeStringField("fix", rule.fix());
    json.writeEndObject();
    for (String language : new TreeSet<>(changes.texts().keySet())) {
      Map<String, String> byKey = changes.texts().getOrDefault(language, Map.of());
      json.writeObjectFieldStart(language);
      for (String part : PARTS) {
        Json.optional(json, part, byKey.get(key(rule.id(), part)));
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static String key(String rule, String part) {
    return "rule." + rule + "." + part;
  }

  /** One item of the member. */
  static RecordedRule read(JsonLine json) {
    Map<String, Map<String, String>> texts = new HashMap<>();
    JsonLine languages = json.object("texts");
    languages.members().keySet().forEach(l -> texts.put(l, languages.object(l).texts()));
    return new RecordedRule(
        json.text("rule", ""),
        JsonResult.severity(json),
        json.is("off"),
        json.text("appliesTo"),
        json.text("source", ""),
        texts);
  }
}
