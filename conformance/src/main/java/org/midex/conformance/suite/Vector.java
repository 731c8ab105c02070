package org.midex.conformance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One test of the suite.
 *
 * @param id its name, never used twice
 * @param profile {@code reader}, {@code writer}, {@code validator}, {@code signer} or {@code
 *     exchanger}
 * @param area part of the profile
 * @param clauses of the standard that it tests
 * @param must whether an implementation that fails it is not conformant
 * @param title what it shows
 * @param why what goes wrong between governments otherwise
 * @param syntax {@code xml} or {@code avro} where only one matters, or null
 * @param algorithms that an implementation must know for it
 * @param near rules that it comes near and does not break
 */
public record Vector(
    String id,
    String profile,
    String area,
    List<String> clauses,
    boolean must,
    String title,
    String why,
    @Nullable String syntax,
    List<String> algorithms,
    List<Step> steps,
    List<String> near) {
  public Vector {
    clauses = List.copyOf(clauses);
    algorithms = List.copyOf(algorithms);
    steps = List.copyOf(steps);
    near = List.copyOf(near);
  }

  /** As {@code PROFILE/AREA/ID}. */
  public String path() {
    return profile + "/" + area + "/" + id;
  }

  /** What the second implementation is asked for; empty when it is not needed. */
  public Set<String> askedOfSecond() {
    Set<String> operations = new TreeSet<>();
    for (Step step : steps) {
      step.questions().forEach(one -> operations.add(one.operation()));
      if (step.second()) {
        operations.add(step.operation());
      }
    }
    return operations;
  }

  static Vector of(String profile, String area, JsonNode test) {
    List<Step> steps = new ArrayList<>();
    for (JsonNode step : test.path("steps")) {
      steps.add(Step.of(step));
    }
    return new Vector(
        test.path("id").asText(),
        profile,
        area,
        texts(test.path("clauses")),
        !test.path("level").asText().equals("SHOULD"),
        test.path("title").asText(),
        test.path("why").asText(),
        test.hasNonNull("syntax") ? test.path("syntax").asText() : null,
        texts(test.path("algorithms")),
        steps,
        texts(test.path("near")));
  }

  private static List<String> texts(JsonNode array) {
    List<String> all = new ArrayList<>();
    array.forEach(one -> all.add(one.asText()));
    return all;
  }
}
