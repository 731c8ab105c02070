package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.midex.conformance.generator.ExchangeVectors.CHANGED;
import static org.midex.conformance.generator.ExchangeVectors.FIRST;
import static org.midex.conformance.generator.ExchangeVectors.OTHER;
import static org.midex.conformance.generator.ExchangeVectors.id;

/** Receipts that come back, and receipts as messages. */
final class ReceiptVectors {
  private final Drafts drafts;

  ReceiptVectors(Drafts drafts) {
    this.drafts = drafts;
  }

  void add() {
    returned();
    judged();
  }

  private Scenario of(String id, String clauses, String title, String why) {
    return new Scenario(drafts, id, clauses, title, why);
  }

  private static String receipt(String about, String outcome, String sender, String findings) {
    return receipt(id(about), Generator.sha256(about.getBytes(UTF_8)), outcome, sender, findings);
  }

  private static String receipt(
      String id, String digest, String outcome, String sender, String findings) {
    int colon = sender.indexOf(':');
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Message xmlns="urn:midex:1" version="1.0" id="urn:uuid:5d3b9a02-1f0e-4d0c-8a1c-9d2b6f0c3001">
        <Header>
        <Edition>2026-11-25</Edition>
        <Prepared>2026-06-01T00:00:00Z</Prepared>
        <Sender>
        <Area>%s</Area>
        <Authority>%s</Authority>
        </Sender>
        <Receiver>
        <Area>AUT</Area>
        <Authority>EXAMPLE-STATS</Authority>
        </Receiver>
        <Test>true</Test>
        <InReplyTo>%s</InReplyTo>
        </Header>
        <Receipt>
        <Arrived>2026-06-01T00:00:00Z</Arrived>
        <Sha256>%s</Sha256>
        <Message>%s</Message>
        <Digest>%s</Digest>
        <Outcome>%s</Outcome>
        %s</Receipt>
        </Message>
        """
        .formatted(
            sender.substring(0, colon),
            sender.substring(colon + 1),
            id,
            digest,
            id,
            digest,
            outcome,
            findings);
  }

  private void returned() {
    String good = receipt(FIRST, "accepted", Letters.FRANCE, "");
    of(
            "receipt-good",
            "EXC-8 REC-3 REC-4",
            "A receipt of what was sent",
            "The sender may now say that the figures arrived, and which.")
        .near("MDX-E20", "MDX-E21")
        .file("message.xml", FIRST)
        .file("receipt.xml", good)
        .returned("receipt.xml", "message.xml", null, "accepted")
        .done();
    of(
            "receipt-other-message",
            "EXC-8 REC-4",
            "A receipt of another message",
            "A receipt for March taken for one for April: April was never sent, and nobody notices.")
        .file("message.xml", OTHER)
        .file("receipt.xml", good)
        .returned("receipt.xml", "message.xml", null, "accepted", "MDX-E20")
        .done();
    of(
            "receipt-other-content",
            "EXC-8 REC-3",
            "A receipt of the same id with another digest",
            "The receiver holds other figures than were sent, under the same name.")
        .file("message.xml", CHANGED)
        .file("receipt.xml", good)
        .returned("receipt.xml", "message.xml", null, "accepted", "MDX-E20")
        .done();
    of(
            "receipt-stranger",
            "EXC-8 REC-4",
            "A receipt from somebody to whom nothing was sent",
            "Anybody could confirm what never arrived.")
        .file("message.xml", FIRST)
        .file("receipt.xml", receipt(FIRST, "accepted", Letters.GERMANY, ""))
        .returned("receipt.xml", "message.xml", null, "accepted", "MDX-E21")
        .done();
  }

  /** Receipts as messages: judged, read and written like others. */
  private void judged() {
    String good = receipt(FIRST, "accepted", Letters.FRANCE, "");
    String unlike = receipt(FIRST, "accepted", Letters.FRANCE, finding("MDX-V01", "error"));
    validate(
        "receipt-outcome-unlike",
        "REC-2",
        "Accepted, with an error among the findings",
        "The sender reads that all is well, and the figures are not used.",
        unlike,
        "MDX-E01");
    String warned =
        receipt(FIRST, "acceptedWithWarnings", Letters.FRANCE, finding("MDX-V34", "warning"));
    validate(
        "receipt-outcome-like",
        "REC-2",
        "Accepted with warnings, with a warning among the findings",
        "Warnings reach the sender without keeping the figures from being used.",
        warned);
    String other = "<InReplyTo>" + id(OTHER) + "</InReplyTo>";
    validate(
        "receipt-two-messages",
        "REC-4",
        "Header and receipt name different messages",
        "A program that files receipts by their header takes this one for another message's.",
        good.replace("<InReplyTo>" + id(FIRST) + "</InReplyTo>", other),
        "MDX-E02");
    validate(
        "receipt-unknown-rule",
        "REC-2",
        "A finding of a rule that the standard does not have",
        "Nobody can look up what is wrong.",
        receipt(FIRST, "rejected", Letters.FRANCE, finding("MDX-V99", "error")),
        "MDX-E03");
    validate(
        "receipt-conformant",
        "REC-1 MSG-5",
        "A receipt is a message like any other",
        "A product that refuses receipts never learns that its figures arrived.",
        good);
    Draft digest =
        new Draft("reader", "receipts", "receipt-digest", "REC-1", "DIG-1", "DIG-2")
            .says(
                "Digests of a receipt; its data digest is that of no rows",
                "Receipts are signed and filed by their digest too.");
    drafts.add(
        digest
            .syntax("xml")
            .file("message.xml", good.getBytes(UTF_8))
            .step(
                Json.of("op", "digest", "file", "message.xml"),
                Json.of(
                    "message",
                    Generator.sha256(good.getBytes(UTF_8)),
                    "data",
                    Generator.sha256(new byte[0]))));
    written("receipt-write-xml", "A receipt is written in canonical form", "xml", good, true);
    written("receipt-write-avro", "A receipt is not written as Avro", "avro", good, false);
  }

  private static String finding(String rule, String severity) {
    return "<Finding>\n<Rule>%s</Rule>\n<Severity>%s</Severity>\n<Count>1</Count>\n</Finding>\n"
        .formatted(rule, severity);
  }

  private void validate(
      String id, String clauses, String title, String why, String message, String... rules) {
    boolean error = rules.length > 0 && !rules[0].equals("MDX-E03");
    drafts.add(
        new Draft("validator", "receipts", id, clauses.split(" "))
            .says(title, why)
            .syntax("xml")
            .file("message.xml", message.getBytes(UTF_8))
            .step(
                Json.of("op", "validate", "file", "message.xml"),
                Json.verdict(error ? "notConformant" : "conformant", rules)));
  }

  private void written(String id, String title, String to, String message, boolean written) {
    var expect = Json.of().put("written", written);
    if (written) {
      expect.putObject("output").put("same", "message.xml");
    } else {
      expect.putArray("rules").add("MDX-E04");
    }
    Draft draft =
        new Draft("writer", "receipts", id, "REC-1", "AVRO-1")
            .says(
                title,
                "Receipts have one form, by which both sides compare them; a container of rows"
                    + " has no place for them.");
    drafts.add(
        (written ? draft.near("MDX-E04") : draft)
            .syntax(to)
            .file("message.xml", message.getBytes(UTF_8))
            .step(
                Json.of("op", "convert", "file", "message.xml", "to", to)
                    .put("output", "output." + to),
                expect));
  }
}
