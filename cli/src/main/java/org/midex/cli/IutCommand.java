package org.midex.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.midex.conformance.reference.ReferenceImplementation;
import picocli.CommandLine.Command;

/** Answers the conformance suite's requests. */
@Command(
    description = {
      "Answer the requests of the conformance suite on stdin and stdout, as the reference implementation.",
      "Started by midex conformance run with conformance/adapters/reference/iut.json."
    })
final class IutCommand extends Job {
  @Override
  public Integer call() throws IOException {
    ObjectMapper json = new ObjectMapper();
    ReferenceImplementation reference = new ReferenceImplementation();
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(main().surroundings().in(), StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonNode request = json.readTree(line);
      if (!(request instanceof ObjectNode asked)) {
        throw usage("a request is a JSON object");
      }
      out().print(json.writeValueAsString(reference.answer(asked)) + "\n");
      out().flush();
      main().stdout().flush();
      if (asked.path("op").asText().equals("bye")) {
        return Exit.OK;
      }
    }
    return Exit.OK;
  }
}
