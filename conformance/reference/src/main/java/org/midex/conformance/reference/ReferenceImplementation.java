package org.midex.conformance.reference;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.midex.Midex;

/** Answers the conformance protocol. What conformance/protocol/protocol.schema.json says holds. */
public final class ReferenceImplementation {
  private final Map<String, Operation> operations;

  public ReferenceImplementation() {
    Midex midex = Midex.standard();
    operations =
        Map.ofEntries(
            entry("hello", new Hello(midex.catalogue())),
            entry("validate", new Validate(midex)),
            entry("convert", new Convert(midex)),
            entry("digest", new Digest(midex)),
            entry("sign", new Sign(midex)),
            entry("verify", new Verify(midex)),
            entry("seal", new Seal(midex)),
            entry("open", new Open(midex)),
            entry("submit", new Submit(midex)),
            entry("receipt", new CheckReceipt(midex)),
            entry("bye", request -> JsonNodeFactory.instance.objectNode().put("bye", true)));
  }

  /** The answer to one request; never throws for what the request asks. */
  public ObjectNode answer(ObjectNode request) {
    ObjectNode answer = run(request);
    JsonNode seq = request.get("seq");
    if (seq != null) {
      answer.set("seq", seq);
    }
    return answer;
  }

  private ObjectNode run(ObjectNode request) {
    String op = request.path("op").asText();
    Operation operation = operations.get(op);
    if (operation == null) {
      return JsonNodeFactory.instance.objectNode().put("skip", "no operation " + op);
    }
    try {
      return operation.run(request);
    } catch (IOException | RuntimeException e) {
      return JsonNodeFactory.instance.objectNode().put("error", e.toString());
    }
  }
}
