package org.midex.schema.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
      Set.of("message", "dataset", "record", "package", "exchange", "import", "ruleset");

  private static final String START = "- id:";
  private static final String STANDARD = "MDX";

  private final Map<String, Block> blocks = new LinkedHashMap<>();

  private final Map<String, Rule> rules = new ConcurrentHashMap<>();

  private RuleLoader() {}

  /**
   * One rule, not parsed yet.
   *
   * @param text its own lines, with as many empty ones before them as stand there in the file
   * @param prefix what its id starts with
   */
  private record Block(String file, String text, String prefix) {}

  /**
   * Finds the rules in the file. Each is parsed when it is asked for: a validation needs few, and
   * most of the file is text for people.
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
    String file = layer.name(FILE);
    Extension extension = layer.extension();
    try (InputStream in = layer.open(FILE)) {
      if (in != null) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        split(text.split("\r?\n", -1), file, extension == null ? STANDARD : extension.id());
      } else if (extension == null) {
        throw new CatalogueException(file, 0, "file is missing");
      }
    } catch (IOException e) {
      throw new CatalogueException(file, 0, "could not be read: " + e.getMessage());
    }
  }

  private void split(String[] lines, String file, String prefix) {
    int start = -1;
    for (int i = 0; i <= lines.length; i++) {
      boolean starts = i < lines.length && lines[i].startsWith(START);
      if (start < 0
          && !starts
          && i < lines.length
          && !lines[i].isBlank()
          && !lines[i].startsWith("#")) {
        throw new CatalogueException(
            file, i + 1, "expected a rule that starts with '" + START + "'");
      }
      if (start >= 0 && (starts || i == lines.length)) {
        add(lines, start, i, file, prefix);
      }
      if (starts) {
        start = i;
      }
    }
  }

  private void add(String[] lines, int from, int to, String file, String prefix) {
    String id = lines[from].substring(START.length()).strip();
    String block = "\n".repeat(from) + String.join("\n", Arrays.asList(lines).subList(from, to));
    if (blocks.put(id, new Block(file, block, prefix)) != null) {
      throw new CatalogueException(file, from + 1, "rule " + id + " is given twice");
    }
  }

  /** Ids in the order of the file. */
  public Set<String> ids() {
    return blocks.keySet();
  }

  /** The rule, or null when there is none with this id. */
  public @Nullable Rule find(String id) {
    Block block = blocks.get(id);
    return block == null ? null : rules.computeIfAbsent(id, i -> parse(block));
  }

  private static Rule parse(Block block) {
    YamlFile.Value root =
        YamlFile.read(
            new ByteArrayInputStream(block.text().getBytes(StandardCharsets.UTF_8)), block.file());
    List<YamlFile.Value> values = root.list();
    if (values.size() > 1) {
      throw values.get(1).fault("expected a rule that starts with '" + START + "'");
    }
    return rule(values.get(0).allow(NAMES), block.prefix());
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
