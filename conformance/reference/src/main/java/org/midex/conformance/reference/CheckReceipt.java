package org.midex.conformance.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
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
    List<Receipts.Checked> checked =
        receipts.check(
            Signatures.path(request, "file"),
            Signatures.path(request, "about"),
            Signatures.verifier(
                request.deepCopy().put("receiver", request.required("as").asText())));
    return Signatures.received(
        checked.stream().map(CheckReceipt::outcome).toList(),
        checked.stream().flatMap(one -> one.results().stream()));
  }

  private static String outcome(Receipts.Checked checked) {
    Receipt receipt = checked.receipt();
    return receipt == null ? "none" : receipt.outcome().code();
  }
}
