package org.midex.schema.internal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.midex.schema.CatalogueException;
import org.midex.schema.CatalogueSource;
import org.midex.schema.Rule;
import org.midex.schema.Severity;

/** Loads {@code rules.yaml}. */
public final class RuleLoader {
  private static final Set<String> NAMES =
      Set.of(
          "id",
          "severity",
          "applies",
          "envelope",
          "message",
          "detail",
          "explanation",
          "fix",
          "parameters",
          "source",
          "since",
          "status");
  private static final Set<String> SUBJECTS =
      Set.of("message", "dataset", "record", "package", "exchange", "import");

  private RuleLoader() {}

  public static Map<String, Rule> load(CatalogueSource source) {
    String file = "rules.yaml";
    YamlFile.Value root = YamlFile.read(source, file);
    if (root == null) {
      throw new CatalogueException(file, 0, "file is missing");
    }
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (YamlFile.Value value : root.list()) {
      Rule rule = rule(value.allow(NAMES));
      if (rules.put(rule.id(), rule) != null) {
        throw value.fault("rule " + rule.id() + " is given twice");
      }
    }
    return rules;
  }

  private static Rule rule(YamlFile.Value value) {
    String id = value.text("id");
    if (!id.matches("MDX-[SIVRPE][0-9]{2}")) {
      throw value.require("id").fault("expected an id such as MDX-V01, found '" + id + "'");
    }
    String applies = value.text("applies");
    if (!SUBJECTS.contains(applies)) {
      throw value
          .require("applies")
          .fault("expected one of " + SUBJECTS + ", found '" + applies + "'");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    YamlFile.Value given = value.get("parameters");
    if (given != null) {
      given.map().forEach((name, v) -> parameters.put(name, v.text()));
    }
    String message = value.text("message");
    return new Rule(
        id,
        severity(value.require("severity")),
        applies,
        value.text("envelope", "false").equals("true"),
        message,
        value.text("detail", message),
        value.text("explanation"),
        value.text("fix"),
        parameters,
        value.text("source"),
        value.text("since", "1.0"));
  }

  private static Severity severity(YamlFile.Value value) {
    try {
      return Severity.valueOf(value.text().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw value.fault("expected error, warning or info, found '" + value.text() + "'");
    }
  }
}
