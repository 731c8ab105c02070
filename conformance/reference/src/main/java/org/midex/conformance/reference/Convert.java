package org.midex.conformance.reference;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.midex.Midex;
import org.midex.Source;
import org.midex.validation.FindingCollector;

/** Writes a message in a syntax. */
final class Convert implements Operation {
  private final Midex midex;

  Convert(Midex midex) {
    this.midex = midex;
  }

  @Override
  public ObjectNode run(ObjectNode request) throws IOException {
    FindingCollector found = new FindingCollector(midex.catalogue());
    Source source = Source.of(Path.of(request.required("file").asText()));
    Path output = Path.of(request.required("output").asText());
    // the library tells the syntax by the name
    Path named =
        output.resolveSibling(output.getFileName() + "." + request.required("to").asText());
    boolean written = midex.convert(source, named, found).written();
    if (written) {
      Files.move(named, output, StandardCopyOption.REPLACE_EXISTING);
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("written", written);
    answer.set("findings", Findings.of(found.groups()));
    return answer;
  }
}
