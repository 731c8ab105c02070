package org.midex.validation.internal.ruleset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.model.Judgement.Change;
import org.midex.model.Judgement.Kind;
import org.midex.model.Waiver;
import org.midex.schema.Catalogue;
import org.midex.schema.CatalogueException;
import org.midex.schema.Nearest;
import org.midex.schema.Rule;
import org.midex.schema.Severity;
import org.midex.schema.internal.YamlFile;
import org.midex.validation.RuleSet;

/** Reads rule sets; a fault is told with its line. */
public final class RuleSetLoader {
  private static final int MAX_BYTES = 1 << 20;
  private static final int MAX_WAIVERS = 1_000;
  private static final int LONGEST = 1_000;
  private static final Set<String> TOP = Set.of("name", "rules", "waivers");
  private static final Set<String> OF_A_RULE =
      Set.of("severity", "disabled", "parameters", "reason");

  private final Catalogue catalogue;
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Set<String> off = new LinkedHashSet<>();
  private final List<Change> changes = new ArrayList<>();

  private RuleSetLoader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Reads a file.
   *
   * @throws CatalogueException at the first fault
   */
  public static RuleSet load(Path file, Catalogue catalogue) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    }
    if (bytes.length > MAX_BYTES) {
      throw new CatalogueException(file.toString(), 0, "is larger than 1 MB");
    }
    YamlFile.Value root = YamlFile.read(new ByteArrayInputStream(bytes), file.toString());
    return new RuleSetLoader(catalogue).read(root.allow(TOP), sha256(bytes));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private RuleSet read(YamlFile.Value root, String sha256) {
    String name = shortText(root, "name");
    YamlFile.Value given = root.get("rules");
    if (given != null) {
      given.map().forEach((id, value) -> change(rule(id, value), value.allow(OF_A_RULE)));
    }
    List<YamlFile.Value> waived = root.list("waivers");
    if (waived.size() > MAX_WAIVERS) {
      throw waived.get(MAX_WAIVERS).fault("more than " + MAX_WAIVERS + " waivers");
    }
    List<Waiver> waivers = new ArrayList<>();
    for (YamlFile.Value value : waived) {
      waivers.add(new WaiverLoader(catalogue, value).load(waivers.size() + 1, this::rule));
    }
    return new RuleSet(name, sha256, rules, off, waivers, changes);
  }

  /** The text of a member that must be there and say something. */
  public static String shortText(YamlFile.Value value, String name) {
    String text = value.text(name);
    if (text.isEmpty() || text.length() > LONGEST) {
      throw value.require(name).fault("expected a text of 1 to " + LONGEST + " characters");
    }
    return text;
  }

  /** A rule that a rule set can speak of. */
  private Rule rule(String id, YamlFile.Value at) {
    Rule rule =
        catalogue
            .findRule(id)
            .orElseThrow(() -> at.fault("no rule '" + id + "'" + meant(id, catalogue.ruleIds())));
    if (rule.structural()) {
      throw at.fault(id + " is about structure, which is always judged as the standard says");
    }
    if (rule.appliesTo().equals("package") || rule.appliesTo().equals("sealing")) {
      throw at.fault(id + " is about packages, which are judged by policy and trust folder");
    }
    return rule;
  }

  public static String meant(String text, Iterable<String> known) {
    List<String> names = new ArrayList<>();
    known.forEach(names::add);
    return Nearest.of(text, names).map(n -> "; did you mean '" + n + "'?").orElse("");
  }

  private void change(Rule rule, YamlFile.Value value) {
    String reason = value.get("reason") == null ? null : shortText(value, "reason");
    YamlFile.Value disabled = value.get("disabled");
    if (disabled != null && disabled.flag()) {
      disable(rule, disabled, reason);
    }
    Severity severity = severity(rule, value.get("severity"), reason);
    Map<String, String> parameters = parameters(rule, value.get("parameters"), reason);
    if (severity != rule.severity() || !parameters.equals(rule.parameters())) {
      rules.put(rule.id(), rule.with(severity, parameters));
    }
  }

  private void disable(Rule rule, YamlFile.Value at, @Nullable String reason) {
    switch (rule.appliesTo()) {
      case "import" ->
          throw at.fault(
              rule.id()
                  + " tells what an import loses and cannot be disabled; it can be graded or waived");
      case "ruleset" -> throw at.fault(rule.id() + " is about rule sets and cannot be disabled");
      default -> {
        off.add(rule.id());
        changes.add(new Change(rule.id(), Kind.DISABLED, null, null, null, reason));
      }
    }
  }

  private Severity severity(Rule rule, YamlFile.@Nullable Value given, @Nullable String reason) {
    if (given == null) {
      return rule.severity();
    }
    List<String> known = List.of("error", "warning", "info");
    String text = given.text().strip();
    if (!known.contains(text)) {
      throw given.fault(
          "expected error, warning or info, found '" + text + "'" + meant(text, known));
    }
    Severity severity = Severity.valueOf(text.toUpperCase(Locale.ROOT));
    if (severity != rule.severity()) {
      String from = rule.severity().name().toLowerCase(Locale.ROOT);
      changes.add(new Change(rule.id(), Kind.SEVERITY, null, from, text, reason));
    }
    return severity;
  }

  private Map<String, String> parameters(
      Rule rule, YamlFile.@Nullable Value given, @Nullable String reason) {
    Map<String, String> parameters = new LinkedHashMap<>(rule.parameters());
    if (given == null) {
      return parameters;
    }
    given
        .map()
        .forEach(
            (name, value) -> {
              String from = rule.parameters().get(name);
              if (from == null) {
                throw value.fault(noParameter(rule, name));
              }
              String to = new ParameterKind(catalogue, from).value(value);
              parameters.put(name, to);
              if (!to.equals(from)) {
                changes.add(new Change(rule.id(), Kind.PARAMETER, name, from, to, reason));
              }
            });
    return parameters;
  }

  private static String noParameter(Rule rule, String name) {
    Set<String> known = rule.parameters().keySet();
    String has = known.isEmpty() ? "none" : String.join(", ", known);
    return rule.id() + " has no parameter '" + name + "', it has " + has + meant(name, known);
  }
}
