package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.midex.conformance.generator.Submissions.CHANGED;
import static org.midex.conformance.generator.Submissions.FIRST;
import static org.midex.conformance.generator.Submissions.OTHER;
import static org.midex.conformance.generator.Submissions.id;

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
    back(
        "receipt-other-id",
        "REC-4",
        "A receipt with the right digests and another message's id",
        "Which of two deliveries arrived is not to be guessed.",
        good.replace(id(FIRST), id(OTHER)),
        "accepted",
        "MDX-E20");
    back(
        "receipt-other-office",
        "REC-4",
        "A receipt from another office than the message was sent to",
        "What one ministry has is not what the other one has.",
        good.replace("EXAMPLE-INT", "EXAMPLE-POLICE"),
        "accepted",
        "MDX-E21");
    back(
        "receipt-meant-for-others",
        "REC-4",
        "A receipt that is meant for Germany",
        "Whoever files receipts of others counts what was never sent.",
        good.replace(party("AUT", "EXAMPLE-STATS"), party("DEU", "EXAMPLE-MIN")),
        "accepted",
        "MDX-E10");
    back(
        "receipt-not-a-test",
        "REC-4",
        "A real receipt of a test",
        "A rehearsal would be booked as a delivery.",
        good.replace("<Test>true</Test>\n", ""),
        "accepted",
        "MDX-E16");
    back(
        "receipt-contradictory",
        "REC-2",
        "The receipt says accepted, and holds an error",
        "The sender closes the case; the receiver has no figures.",
        receipt(FIRST, "accepted", Letters.FRANCE, finding("MDX-V01", "error")),
        "accepted",
        "MDX-E01");
    back(
        "receipt-of-a-rejection",
        "REC-2",
        "A receipt that rejects what was sent",
        "A rejection is no fault of the receipt: it has to reach whoever can repair the figures.",
        receipt(FIRST, "rejected", Letters.FRANCE, finding("MDX-V01", "error")),
        "rejected");
    back(
        "receipt-of-warnings",
        "REC-2",
        "A receipt that accepts with warnings",
        "Warnings that nobody is shown come back with every delivery.",
        receipt(FIRST, "acceptedWithWarnings", Letters.FRANCE, finding("MDX-V34", "warning")),
        "acceptedWithWarnings");
    back(
        "receipt-is-a-message",
        "REC-1",
        "A message comes back where a receipt is expected",
        "Figures of the other side are no answer.",
        OTHER,
        "none",
        "MDX-S07");
    String noDigest = good.replaceAll("<Digest>.*</Digest>\n", "");
    back(
        "receipt-without-digest",
        "REC-3",
        "A receipt without a message digest names the file's",
        "What the receiver could not read whole is still answered.",
        noDigest,
        "accepted");
    back(
        "receipt-without-digest-other-file",
        "REC-3",
        "A receipt without a message digest names another file",
        "It was another delivery that could not be read.",
        noDigest.replaceAll("<Sha256>.*</Sha256>", "<Sha256>" + "0".repeat(64) + "</Sha256>"),
        "accepted",
        "MDX-E20");
    of(
            "receipt-unsigned",
            "EXC-8",
            "A receipt without a signature where signatures are wanted",
            "Anybody on the way could confirm what never arrived.")
        .file("message.xml", FIRST)
        .file("receipt.xml", good)
        .returned("receipt.xml", "message.xml", "main", "none", "MDX-P41")
        .done();
    of(
            "receipt-signed-by-another",
            "EXC-8",
            "A receipt in the name of France that Austria has signed",
            "A signature alone says little; it has to be that of the receipt's sender.")
        .algorithms("ECDSA-P256")
        .file("message.xml", FIRST)
        .file("receipt.xml", good)
        .second()
        .sign("receipt.xml", "receipt.asice")
        .first()
        .signedReturned("output:receipt.asice", "message.xml", "main", "none", "MDX-P50")
        .done();
  }

  /** A receipt of the first message that comes back. */
  private void back(
      String id,
      String clause,
      String title,
      String why,
      String receipt,
      String outcome,
      String... rules) {
    Scenario scenario = of(id, "EXC-8 " + clause, title, why);
    (rules.length == 0 ? scenario.near("MDX-E20") : scenario)
        .file("message.xml", FIRST)
        .file("receipt.xml", receipt)
        .returned("receipt.xml", "message.xml", null, outcome, rules)
        .done();
  }

  private static String party(String area, String authority) {
    return "<Area>" + area + "</Area>\n<Authority>" + authority + "</Authority>";
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
    validate(
        "receipt-count-zero",
        "REC-2",
        "Accepted, with a rule that was broken no time",
        "Some products list what they looked for; that is no fault.",
        unlike.replace("<Count>1</Count>", "<Count>0</Count>"));
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
