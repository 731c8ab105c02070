package org.midex.schema.internal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.midex.schema.CatalogueException;
import org.midex.schema.CatalogueSource;
import org.midex.schema.Extension;
import org.midex.schema.Rule;
import org.midex.schema.Severity;

/** Loads {@code rules.yaml}. */
public final class RuleLoader {
  private static final String FILE = "rules.yaml";
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
      Set.of(
          "message",
          "dataset",
          "record",
          "receipt",
          "package",
          "sealing",
          "exchange",
          "import",
          "ruleset");

  private static final String STANDARD = "MDX";

  private final Map<String, Found> found = new LinkedHashMap<>();

  private final Map<String, Rule> rules = new ConcurrentHashMap<>();

  private RuleLoader() {}

  /**
   * One rule, not looked at yet.
   *
   * @param prefix what its id starts with
   */
  private record Found(YamlFile.Value value, String prefix) {}

  /**
   * Finds the rules in the file. Each is checked when it is asked for: a validation needs few.
   *
   * @throws CatalogueException when there is no such file, or something in it is not a list of
   *     rules that start with their ids
   */
  public static RuleLoader load(CatalogueSource source) {
    RuleLoader loader = new RuleLoader();
    for (CatalogueSource layer : source.layers()) {
      loader.read(layer);
    }
    return loader;
  }

  private void read(CatalogueSource layer) {
    Extension extension = layer.extension();
    YamlFile.Value root = YamlFile.read(layer, FILE);
    if (root != null) {
      String prefix = extension == null ? STANDARD : extension.id();
      root.list().forEach(value -> add(value, prefix));
    } else if (extension == null) {
      throw new CatalogueException(layer.name(FILE), 0, "file is missing");
    }
  }

  private void add(YamlFile.Value value, String prefix) {
    Map.Entry<String, YamlFile.Value> first =
        value.map().entrySet().stream()
            .findFirst()
            .filter(entry -> entry.getKey().equals("id"))
            .orElseThrow(() -> value.fault("expected a rule that starts with '- id:'"));
    String id = first.getValue().text();
    if (found.put(id, new Found(value, prefix)) != null) {
      throw value.fault("rule " + id + " is given twice");
    }
  }

  /** Ids in the order of the file. */
  public Set<String> ids() {
    return found.keySet();
  }

  /** The rule, or null when there is none with this id. */
  public @Nullable Rule find(String id) {
    Found value = found.get(id);
    return value == null
        ? null
        : rules.computeIfAbsent(id, i -> rule(value.value().allow(NAMES), value.prefix()));
  }

  private static Rule rule(YamlFile.Value value, String prefix) {
    String id = value.text("id");
    if (!id.matches(prefix + "-[SIVRPE][0-9]{2}")) {
      throw value
          .require("id")
          .fault("expected an id such as " + prefix + "-V01, found '" + id + "'");
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
