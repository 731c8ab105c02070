package org.midex.conformance.reference;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.midex.Midex;
import org.midex.Source;
import org.midex.codec.Digests;
import org.midex.validation.FindingCollector;

/** The two digests of a message, or why it has none. */
final class Digest implements Operation {
  private final Midex midex;

  Digest(Midex midex) {
    this.midex = midex;
  }

  @Override
  public ObjectNode run(ObjectNode request) throws IOException {
    FindingCollector found = new FindingCollector(midex.catalogue());
    Digests digests = midex.digest(Source.of(Path.of(request.required("file").asText())), found);
    return digests == null
        ? Findings.judgement(found.verdict(), found.groups())
        : JsonNodeFactory.instance
            .objectNode()
            .put("message", digests.message())
            .put("data", digests.data());
  }
}
