package org.midex.conformance.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which vectors test which clause, and which break which rule. */
final class Trace {
  private static final String TEST = "/test.json";

  private final Map<String, Clauses.Clause> clauses;
  private final Map<String, Set<String>> vectors = new TreeMap<>();
  private final Map<String, Set<String>> failing = new TreeMap<>();
  private final Map<String, Set<String>> passing = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  private Trace(Map<String, Clauses.Clause> clauses) {
    this.clauses = clauses;
  }

  /**
   * Follows the traces.
   *
   * @param standard folder of the clauses
   * @param files of the suite, by path
   */
  static Trace of(Path standard, Map<String, byte[]> files) throws IOException {
    Trace trace = new Trace(Clauses.read(standard));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().endsWith(TEST)) {
        trace.add(new ObjectMapper().readTree(file.getValue()));
      }
    }
    return trace;
  }

  private void add(JsonNode test) {
    String id = test.path("id").asText();
    boolean must = false;
    for (JsonNode name : test.path("clauses")) {
      Clauses.Clause clause = clauses.get(name.asText());
      if (clause == null) {
        faults.add(id + " names the clause " + name.asText() + ", which is nowhere");
      } else {
        must |= clause.must();
        vectors.computeIfAbsent(clause.id(), one -> new TreeSet<>()).add(id);
      }
    }
    if (must != test.path("level").asText().equals("MUST")) {
      faults.add(id + " has another level than its clauses");
    }
    for (JsonNode step : test.path("steps")) {
      JsonNode expect = step.path("expect");
      expect.path("rules").forEach(rule -> note(failing, rule.asText(), id));
      expect.path("counts").fieldNames().forEachRemaining(rule -> note(failing, rule, id));
      if (expect.path("oneOf").size() == 1) {
        note(failing, expect.path("oneOf").get(0).asText(), id);
      }
    }
    test.path("near").forEach(rule -> note(passing, rule.asText(), id));
  }

  private static void note(Map<String, Set<String>> where, String rule, String id) {
    where.computeIfAbsent(rule, one -> new TreeSet<>()).add(id);
  }

  /** Where a trace is lost. */
  List<String> faults() {
    List<String> all = new ArrayList<>(faults);
    for (Clauses.Clause clause : clauses.values()) {
      if (!vectors.containsKey(clause.id())) {
        all.add("no vector tests " + clause.id());
      }
    }
    return all;
  }

  /**
   * Rules without a vector that breaks them, or without one that comes near and does not.
   *
   * @param rules ids of those that one message or package can break
   */
  List<String> untested(Set<String> rules) {
    List<String> all = new ArrayList<>();
    for (String rule : rules) {
      if (!failing.containsKey(rule)) {
        all.add("no vector breaks " + rule);
      }
      if (!passing.containsKey(rule)) {
        all.add("no vector comes near " + rule + " without breaking it");
      }
    }
    return all;
  }

  /** The traces as a page. */
  String page() {
    StringBuilder text =
        new StringBuilder(
            "# What is tested where\n\nGenerated with the vectors. Behind each clause its rules and the"
                + " vectors that test it; behind each rule the vectors that break it, and those that"
                + " come near.\n\n| clause | level | rules | vectors |\n|---|---|---|---|\n");
    for (Clauses.Clause clause : clauses.values()) {
      text.append("| [").append(clause.id()).append("](../standard/").append(clause.page());
      text.append(") | ").append(clause.must() ? "MUST" : "SHOULD").append(" | ");
      text.append(String.join(" ", clause.rules())).append(" | ");
      text.append(some(vectors.getOrDefault(clause.id(), Set.of()))).append(" |\n");
    }
    text.append("\n| rule | broken by | near |\n|---|---|---|\n");
    Set<String> rules = new TreeSet<>(failing.keySet());
    rules.addAll(passing.keySet());
    for (String rule : rules) {
      text.append("| ").append(rule).append(" | ");
      text.append(some(failing.getOrDefault(rule, Set.of()))).append(" | ");
      text.append(some(passing.getOrDefault(rule, Set.of()))).append(" |\n");
    }
    return text.toString();
  }

  private static String some(Set<String> ids) {
    List<String> shown = ids.stream().limit(5).toList();
    String more = ids.size() > shown.size() ? " and " + (ids.size() - shown.size()) + " more" : "";
    return String.join(", ", shown) + more;
  }
}
