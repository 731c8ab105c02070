package org.midex.conformance.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.midex.Midex;
import org.midex.SealedFiles;
import org.midex.codec.pack.Certificates;
import org.midex.model.signature.Fault;

/** Encrypts a file. What the library takes for a caller's mistake is refused here. */
final class Seal implements Operation {
  private final Midex midex;

  Seal(Midex midex) {
    this.midex = midex;
  }

  @Override
  public ObjectNode run(ObjectNode request) throws IOException {
    List<X509Certificate> receivers = new ArrayList<>();
    for (Path certificate : Signatures.paths(request, "to")) {
      receivers.add(Certificates.read(certificate).get(0));
    }
    try {
      SealedFiles.Sealed sealed =
          new SealedFiles(midex)
              .seal(
                  Signatures.path(request, "file"),
                  Signatures.path(request, "output"),
                  receivers,
                  Signatures.trust(request),
                  Signatures.at(request),
                  false);
      List<Fault> faults =
          Stream.concat(sealed.refusals().stream(), sealed.weaknesses().stream()).toList();
      ArrayNode findings = Signatures.findings(midex.catalogue(), faults);
      findings.addAll(Signatures.findings(sealed.results().values()));
      return Signatures.written(sealed.written(), findings);
    } catch (IllegalArgumentException e) {
      return Signatures.written(false, JsonNodeFactory.instance.arrayNode());
    }
  }
}
