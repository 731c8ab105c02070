package org.midex.conformance.reference;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.midex.Midex;
import org.midex.Packages;
import org.midex.codec.pack.Verifier;
import org.midex.model.signature.Outcome;
import org.midex.model.signature.Verification;

/** Says who signed. */
final class Verify implements Operation {
  private final Midex midex;

  Verify(Midex midex) {
    this.midex = midex;
  }

  @Override
  public ObjectNode run(ObjectNode request) throws IOException {
    Verifier verifier = Objects.requireNonNull(Signatures.verifier(request), "trust");
    Path signature = request.has("signature") ? Signatures.path(request, "signature") : null;
    Verification found =
        new Packages(midex).verify(Signatures.path(request, "file"), signature, verifier);
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("outcome", word(found.outcome()));
    answer.set("findings", Signatures.findings(midex.catalogue(), Signatures.faults(found)));
    return answer;
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "TOTAL_PASSED";
      case FAILED -> "FAILED";
      case INDETERMINATE -> "INDETERMINATE";
    };
  }
}
