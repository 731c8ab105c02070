package org.midex.conformance.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.midex.Midex;
import org.midex.Packages;
import org.midex.codec.pack.Signing;
import org.midex.codec.pack.SigningKey;

/** Signs files. What the library takes for a caller's mistake is refused here. */
final class Sign implements Operation {
  private final Packages packages;

  Sign(Midex midex) {
    this.packages = new Packages(midex);
  }

  @Override
  public ObjectNode run(ObjectNode request) throws IOException {
    List<Path> files = Signatures.paths(request, "files");
    Path output = Signatures.path(request, "output");
    try {
      List<SigningKey> keys = new ArrayList<>();
      for (JsonNode key : request.required("keys")) {
        keys.add(Signatures.key(key).toSign());
      }
      Signing signing = new Signing(keys, Instant.now(), null);
      Packages.Signed signed =
          request.path("detached").asBoolean()
              ? packages.signDetached(files.get(0), output, signing, false)
              : packages.sign(files, output, signing, false, false);
      return Signatures.written(signed.written(), Signatures.findings(signed.results().values()));
    } catch (IllegalArgumentException e) {
      return Signatures.written(false, JsonNodeFactory.instance.arrayNode());
    }
  }
}
