package org.midex.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.midex.model.Comparison;
import org.midex.model.Judgement;
import org.midex.model.Judgement.Change;
import org.midex.model.Judgement.RuleSetUse;
import org.midex.model.Judgement.Waived;
import org.midex.model.Result;
import org.midex.model.Waiver;
import org.midex.report.wording.Plain;
import org.midex.schema.Severity;

/** Rule set, vendors' rules and waived findings as the members that the schema describes. */
final class JudgementJson {
  private JudgementJson() {}

  /** Writes a group of findings. */
  interface GroupWriter {
    void write(Result.Group group) throws IOException;
  }

  static void write(JsonGenerator json, Judgement judgement, GroupWriter groups)
      throws IOException {
    RuleSetUse ruleSet = judgement.ruleSet();
    if (ruleSet != null) {
      ruleSet(json, ruleSet);
    }
    if (!judgement.vendors().isEmpty()) {
      vendors(json, judgement.vendors());
    }
    if (judgement.baseline() != null) {
      baseline(json, judgement.baseline());
    }
    if (ruleSet != null || !judgement.waived().isEmpty()) {
      json.writeArrayFieldStart("waived");
      for (Waived waived : judgement.waived()) {
        json.writeStartObject();
        waiver(json, waived.waiver());
        json.writeNumberField("count", waived.count());
        json.writeArrayFieldStart("groups");
        for (Result.Group group : waived.groups()) {
          groups.write(group);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private static void baseline(JsonGenerator json, Comparison comparison) throws IOException {
    json.writeObjectFieldStart("baseline");
    json.writeStringField("report", Plain.clip(comparison.baseline(), ResultJson.LONGEST));
    json.writeBooleanField("known", comparison.known());
    bySeverity(json, "new", comparison, Comparison.Group::fresh);
    bySeverity(json, "persisting", comparison, Comparison.Group::persisting);
    bySeverity(json, "fixed", comparison, Comparison.Group::fixed);
    json.writeArrayFieldStart("groups");
    for (Comparison.Group group : comparison.groups()) {
      json.writeStartObject();
      json.writeStringField("rule", group.rule());
      json.writeStringField("severity", Words.of(group.severity()));
      json.writeStringField("field", group.field());
      json.writeStringField("comparedBy", group.by().name().toLowerCase(Locale.ROOT));
      json.writeNumberField("new", group.fresh());
      json.writeNumberField("persisting", group.persisting());
      json.writeNumberField("fixed", group.fixed());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void bySeverity(
      JsonGenerator json,
      String name,
      Comparison comparison,
      ToLongFunction<Comparison.Group> count)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Severity severity : Severity.values()) {
      json.writeNumberField(Words.of(severity), comparison.sum(severity, count));
    }
    json.writeEndObject();
  }

  private static void ruleSet(JsonGenerator json, RuleSetUse ruleSet) throws IOException {
    json.writeObjectFieldStart("ruleSet");
    json.writeStringField("name", ruleSet.name());
    json.writeStringField("sha256", ruleSet.sha256());
    json.writeArrayFieldStart("changes");
    for (Change change : ruleSet.changes()) {
      json.writeStartObject();
      json.writeStringField("rule", change.rule());
      json.writeStringField("change", change.kind().name().toLowerCase(Locale.ROOT));
      Json.optional(json, "parameter", change.parameter());
      Json.optional(json, "from", change.from());
      Json.optional(json, "to", change.to());
      Json.optional(json, "reason", change.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void vendors(JsonGenerator json, List<Judgement.VendorJar> jars)
      throws IOException {
    json.writeArrayFieldStart("vendorRules");
    for (Judgement.VendorJar jar : jars) {
      json.writeStartObject();
      json.writeStringField("jar", Plain.clip(jar.name(), ResultJson.LONGEST));
      Json.optional(json, "sha256", jar.sha256());
      json.writeArrayFieldStart("rules");
      for (String rule : jar.rules()) {
        json.writeString(rule);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The waiver as a member. */
  static void waiver(JsonGenerator json, Waiver waiver) throws IOException {
    json.writeObjectFieldStart("waiver");
    json.writeNumberField("number", waiver.number());
    json.writeStringField("rule", waiver.rule());
    Json.optional(json, "field", waiver.field());
    if (!waiver.where().isEmpty()) {
      json.writeObjectFieldStart("where");
      for (Map.Entry<String, List<String>> condition : waiver.where().entrySet()) {
        json.writeArrayFieldStart(condition.getKey());
        for (String text : condition.getValue()) {
          json.writeString(Plain.clip(text, ResultJson.LONGEST));
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    json.writeStringField("owner", waiver.owner());
    json.writeStringField("expires", waiver.expires().toString());
    json.writeStringField("reason", waiver.reason());
    json.writeEndObject();
  }
}
