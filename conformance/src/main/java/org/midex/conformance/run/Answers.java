package org.midex.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.midex.conformance.wording.Saying;

/** Compares an answer with the one that is right. */
final class Answers {
  private static final List<String> VALUES =
      List.of("verdict", "rows", "written", "outcome", "receipt", "receipts", "message", "data");

  private final JsonNode expect;
  private final ObjectNode answer;
  private final List<Saying> problems = new ArrayList<>();
  private final Map<String, Long> found = new TreeMap<>();
  private final Set<String> counted = new TreeSet<>();

  private Answers(JsonNode expect, ObjectNode answer) {
    this.expect = expect;
    this.answer = answer;
  }

  /** What is wrong with an answer; empty when nothing is. */
  static List<Saying> compare(JsonNode expect, ObjectNode answer) {
    Answers answers = new Answers(expect, answer);
    answers.readFindings();
    answers.values();
    answers.rules();
    answers.counts();
    return answers.problems;
  }

  private void readFindings() {
    for (JsonNode finding : answer.path("findings")) {
      String rule = finding.path("rule").asText();
      String severity = finding.path("severity").asText();
      found.merge(rule, finding.path("count").asLong(1), Long::sum);
      if (severity.equals("error") || severity.equals("warning")) {
        counted.add(rule);
      } else if (!severity.equals("info")) {
        problems.add(Saying.of("severity", "rule", rule, "severity", severity));
      }
    }
  }

  private void values() {
    for (String name : VALUES) {
      if (expect.has(name) && !same(expect.path(name), answer.path(name))) {
        problems.add(unlike(name));
      }
    }
  }

  private static boolean same(JsonNode expected, JsonNode found) {
    boolean numbers = expected.isIntegralNumber() && found.isIntegralNumber();
    return numbers ? expected.asLong() == found.asLong() : expected.equals(found);
  }

  private Saying unlike(String name) {
    JsonNode expected = expect.path(name);
    return answer.has(name)
        ? Saying.of("value", "name", name, "expected", expected, "found", answer.path(name))
        : Saying.of("absent", "name", name, "expected", expected, "answer", shortened(answer));
  }

  private static String shortened(ObjectNode answer) {
    String text = answer.toString();
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }

  private void rules() {
    if (expect.has("rules")) {
      Set<String> wanted = texts("rules");
      Set<String> missing = new TreeSet<>(wanted);
      missing.removeAll(counted);
      Set<String> more = new TreeSet<>(counted);
      more.removeAll(wanted);
      more.removeAll(texts("may"));
      more.removeAll(texts("oneOf"));
      if (!missing.isEmpty()) {
        problems.add(Saying.of("untold", "rules", String.join(", ", missing)));
      }
      if (!more.isEmpty()) {
        problems.add(Saying.of("groundless", "rules", String.join(", ", more)));
      }
    }
    if (expect.has("oneOf") && texts("oneOf").stream().noneMatch(counted::contains)) {
      problems.add(Saying.of("none", "rules", String.join(", ", texts("oneOf"))));
    }
  }

  private void counts() {
    for (Map.Entry<String, JsonNode> count : expect.path("counts").properties()) {
      long times = found.getOrDefault(count.getKey(), 0L);
      if (times != count.getValue().asLong()) {
        problems.add(
            Saying.of(
                "count", "rule", count.getKey(), "expected", count.getValue(), "found", times));
      }
    }
  }

  private Set<String> texts(String name) {
    Set<String> all = new TreeSet<>();
    expect.path(name).forEach(one -> all.add(one.asText()));
    return all;
  }
}
