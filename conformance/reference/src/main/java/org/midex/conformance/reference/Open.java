package org.midex.conformance.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.midex.Midex;
import org.midex.SealedFiles;
import org.midex.model.signature.Fault;

/** Decrypts a file. */
final class Open implements Operation {
  private final Midex midex;

  Open(Midex midex) {
    this.midex = midex;
  }

  @Override
  public ObjectNode run(ObjectNode request) throws IOException {
    SealedFiles.Opened opened =
        new SealedFiles(midex)
            .open(
                Signatures.path(request, "file"),
                Signatures.path(request, "output"),
                Signatures.key(request.required("key")),
                Signatures.verifier(request));
    List<Fault> faults = new ArrayList<>();
    if (opened.fault() != null) {
      faults.add(opened.fault());
    }
    if (opened.verification() != null) {
      faults.addAll(Signatures.faults(opened.verification()));
    }
    return Signatures.written(opened.written(), Signatures.findings(midex.catalogue(), faults));
  }
}
