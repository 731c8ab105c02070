package org.midex.conformance.reference;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.midex.Midex;
import org.midex.Receipts;
import org.midex.model.Receipt;

/** Looks at a receipt that came back. */
final class CheckReceipt implements Operation {
  private final Receipts receipts;

  CheckReceipt(Midex midex) {
    this.receipts = new Receipts(midex);
  }

  @Override
  public ObjectNode run(ObjectNode request) throws IOException {
    Receipts.Checked checked =
        receipts
            .check(
                Signatures.path(request, "file"),
                Signatures.path(request, "about"),
                Signatures.verifier(
                    request.deepCopy().put("receiver", request.required("as").asText())))
            .get(0);
    Receipt receipt = checked.receipt();
    ObjectNode answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("receipt", receipt == null ? "none" : receipt.outcome().code());
    answer.set("findings", Signatures.findings(checked.results()));
    return answer;
  }
}
