package org.midex.conformance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One question, and the answer that is right.
 *
 * @param second whether it is for the second implementation, not the one under test
 * @param request as in the protocol, without number and with relative paths
 * @param expect see {@code vectors/test.schema.json}
 */
public record Step(boolean second, ObjectNode request, JsonNode expect) {
  static Step of(JsonNode step) {
    return new Step(
        step.path("by").asText().equals("B"),
        (ObjectNode) step.path("request"),
        step.path("expect"));
  }

  /** What is asked for, such as {@code validate}. */
  public String operation() {
    return request.path("op").asText();
  }

  /** What the second implementation is asked about this step's output. */
  public List<Step> questions() {
    List<Step> all = new ArrayList<>();
    for (JsonNode question : expect.path("output").path("judge")) {
      all.add(new Step(true, (ObjectNode) question.path("request"), question.path("expect")));
    }
    return all;
  }
}
