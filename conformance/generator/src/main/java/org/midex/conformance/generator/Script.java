package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Vectors as a text. A line {@code % name=value…} sets what holds for the vectors after it; an
 * empty line ends a vector. A vector is
 *
 * <pre>
 * [id] RULES name=value…     RULES such as S11,V12; ok for none
 * title
 * why
 * steps, one a line          see {@link ScriptVectors}
 * ~ RULES title              optional: a second vector that comes near and does not break the rules
 * steps                      beside those of the first
 * </pre>
 *
 * One that begins with {@code {id}} is a family: each of its lines {@code | name | one | two…}
 * makes the vector {@code id-name}, with {@code %1}, {@code %2}… in the other lines replaced;
 * several steps in one are separated by two semicolons.
 */
final class Script {
  /**
   * One vector.
   *
   * @param options of the vector and those that hold for all
   * @param near the rules that it comes near, none if it is no near miss
   */
  record Case(
      String id,
      List<String> rules,
      Map<String, String> options,
      String title,
      String why,
      List<String> steps,
      List<String> near) {
    String option(String name, String otherwise) {
      return options.getOrDefault(name, otherwise);
    }
  }

  private final List<Case> cases = new ArrayList<>();
  private Map<String, String> common = Map.of();

  private Script() {}

  /**
   * @param name of the resource
   */
  static List<Case> read(String name) throws IOException {
    Script script = new Script();
    try (InputStream in = Script.class.getResourceAsStream(name)) {
      String text = new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
      for (String block : text.split("\n\n+", -1)) {
        List<String> lines = block.lines().filter(l -> !l.startsWith("#") && !l.isBlank()).toList();
        if (!lines.isEmpty() && lines.get(0).startsWith("%")) {
          script.common = Words.of(lines.get(0).substring(1));
        } else if (!lines.isEmpty() && lines.get(0).startsWith("{")) {
          script.addFamily(lines);
        } else if (!lines.isEmpty()) {
          script.add(lines);
        }
      }
    }
    return script.cases;
  }

  private void addFamily(List<String> lines) {
    List<String> pattern = lines.stream().filter(line -> !line.startsWith("| ")).toList();
    for (String line : lines) {
      if (line.startsWith("| ")) {
        String[] parts = line.substring(2).split(" \\| ");
        add(
            pattern.stream()
                .map(part -> filled(part, parts))
                .flatMap(part -> Stream.of(part.split(" ;; ")))
                .toList());
      }
    }
  }

  private static String filled(String pattern, String... parts) {
    String text = pattern;
    if (text.startsWith("{")) {
      text = "[" + text.substring(1).replaceFirst("}", "-" + parts[0].strip() + "]");
    }
    for (int i = 1; i < parts.length; i++) {
      text = text.replace("%" + i, parts[i].strip());
    }
    if (text.matches("(?s).*%[1-9].*")) {
      throw new IllegalArgumentException("nothing for: " + text);
    }
    return text;
  }

  private void add(List<String> lines) {
    String first = lines.get(0);
    int end = first.indexOf(']');
    if (!first.startsWith("[") || end < 0 || lines.size() < 3) {
      throw new IllegalArgumentException("no vector: " + lines);
    }
    String[] rest = first.substring(end + 2).split(" ", 2);
    Map<String, String> options = new HashMap<>(common);
    options.putAll(Words.of(rest.length > 1 ? rest[1] : ""));
    String id = first.substring(1, end);
    String why = lines.get(2);
    List<String> steps = lines.subList(3, lines.size());
    int mark = nearMiss(steps);
    List<String> rules = rules(rest[0]);
    List<String> own = steps.subList(0, mark);
    boolean paired = mark < steps.size();
    cases.add(
        new Case(
            paired ? id + "-fail" : id, rules, options, lines.get(1), why, own, near(options)));
    if (paired) {
      String[] near = steps.get(mark).substring(2).split(" ", 2);
      List<String> all = new ArrayList<>(own);
      all.addAll(steps.subList(mark + 1, steps.size()));
      Map<String, String> passing = new HashMap<>(options);
      List.of("counts", "verdict", "may").forEach(passing::remove);
      if (options.containsKey("counts")) {
        passing.put("counts", options.get("counts").replaceAll(":[0-9]+", ":0"));
      }
      cases.add(
          new Case(
              id + "-pass",
              rules(near[0]),
              passing,
              near[1],
              why,
              all,
              rules.isEmpty() ? named(options.getOrDefault("counts", "")) : rules));
    }
  }

  private static int nearMiss(List<String> steps) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).startsWith("~ ")) {
        return i;
      }
    }
    return steps.size();
  }

  private static List<String> near(Map<String, String> options) {
    return options.containsKey("near") ? rules(options.get("near")) : List.of();
  }

  private static List<String> named(String counts) {
    return counts.isEmpty() ? List.of() : rules(counts.replaceAll(":[0-9]+", ""));
  }

  static List<String> rules(String text) {
    return text.equals("ok")
        ? List.of()
        : List.of(text.split(",")).stream().map(rule -> "MDX-" + rule).toList();
  }
}
