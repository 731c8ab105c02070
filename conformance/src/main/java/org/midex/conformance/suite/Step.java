package org.midex.conformance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One question, and the answer that is right.
 *
 * @param request as in the protocol, without number and with relative paths
 * @param expect see {@code vectors/test.schema.json}
 */
public record Step(ObjectNode request, JsonNode expect) {
  public String operation() {
    return request.path("op").asText();
  }
}
