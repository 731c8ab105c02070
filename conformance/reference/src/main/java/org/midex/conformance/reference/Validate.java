package org.midex.conformance.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.midex.Midex;
import org.midex.Source;
import org.midex.model.Result;

/** Judges a message. */
final class Validate implements Operation {
  private final Midex midex;

  Validate(Midex midex) {
    this.midex = midex;
  }

  @Override
  public ObjectNode run(ObjectNode request) throws IOException {
    Result result = midex.validate(Source.of(Path.of(request.required("file").asText())));
    return Findings.judgement(result.verdict(), result.groups()).put("rows", result.rows());
  }
}
