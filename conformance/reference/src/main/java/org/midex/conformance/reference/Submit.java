package org.midex.conformance.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.midex.Correspondence;
import org.midex.Midex;
import org.midex.Receipts;
import org.midex.codec.pack.Signing;
import org.midex.model.Party;

/** Receives something and answers with a receipt. Remembers what arrived in each exchange. */
final class Submit implements Operation {
  private final Midex midex;
  private final Map<String, Correspondence> exchanges = new HashMap<>();

  Submit(Midex midex) {
    this.midex = midex;
  }

  @Override
  public ObjectNode run(ObjectNode request) throws IOException {
    String as = request.required("as").asText();
    Party party = Signatures.party(as);
    Instant at = Signatures.at(request);
    Correspondence exchange =
        exchanges.computeIfAbsent(
            request.required("exchange").asText() + " " + as,
            name -> new Correspondence(midex, party));
    List<Receipts.Answer> answers =
        exchange.receive(
            Signatures.path(request, "file"),
            at,
            Signatures.verifier(request.deepCopy().put("receiver", as)));
    write(answers, Signatures.path(request, "output"), request, at);
    return Signatures.received(
        answers.stream().map(answer -> answer.receipt().outcome().code()).toList(),
        answers.stream().flatMap(answer -> answer.results().stream()));
  }

  private void write(List<Receipts.Answer> answers, Path output, ObjectNode request, Instant at)
      throws IOException {
    Receipts receipts = new Receipts(midex);
    if (request.has("key")) {
      Signing signing =
          new Signing(List.of(Signatures.key(request.required("key")).toSign()), at, null);
      receipts.sign(answers, output, signing);
      return;
    }
    Path named = output.resolveSibling(output.getFileName() + ".xml");
    receipts.write(answers.get(0), named);
    Files.move(named, output);
  }
}
