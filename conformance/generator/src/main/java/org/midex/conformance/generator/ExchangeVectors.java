package org.midex.conformance.generator;

import static org.midex.conformance.generator.Submissions.CHANGED;
import static org.midex.conformance.generator.Submissions.CORRECTION;
import static org.midex.conformance.generator.Submissions.FIRST;
import static org.midex.conformance.generator.Submissions.OTHER;

import java.util.List;

/** What governments answer one another: packages, doubts, whole exchanges. */
final class ExchangeVectors {
  private final Drafts drafts;

  ExchangeVectors(Drafts drafts) {
    this.drafts = drafts;
  }

  void add() {
    packages();
    doubts();
    scripts();
  }

  private Scenario of(String id, String clauses, String title, String why) {
    return new Scenario(drafts, id, clauses, title, why);
  }

  private void packages() {
    of(
            "exchange-package",
            "EXC-1 REC-1",
            "A signed package is accepted, and so is its signed receipt",
            "Both can prove later what was sent and that it arrived.")
        .algorithms("ECDSA-P256")
        .near("MDX-E17")
        .file("message.xml", FIRST)
        .second()
        .sign("message.xml", "message.asice")
        .first()
        .submitPackage("output:message.asice", "main", "accepted")
        .second()
        .answeredBySignature("output:message.asice", "accepted")
        .done();
    of(
            "exchange-package-several",
            "EXC-1 EXC-3 REC-1",
            "A package with two messages is answered with two receipts",
            "One answer for both would hide that the second one was not taken.")
        .algorithms("ECDSA-P256")
        .file("first.xml", FIRST)
        .file("changed.xml", CHANGED)
        .file("other.xml", OTHER)
        .second()
        .signAll(List.of("first.xml", "changed.xml", "other.xml"), "messages.asice")
        .first()
        .submitPackage("output:messages.asice", "main", "accepted", "MDX-E11")
        .each("accepted", "rejected", "accepted")
        .second()
        .answeredBySignature("output:messages.asice", "accepted")
        .each("accepted", "rejected", "accepted")
        .first()
        .answeredBySignature("output:messages.asice", "accepted")
        .each("accepted", "rejected", "accepted")
        .done();
    of(
            "exchange-undecided",
            "EXC-1",
            "A signature that cannot be decided is not accepted",
            "Figures that are taken in before anybody knows whether to believe them cannot be called back.")
        .algorithms("ECDSA-P256")
        .file("message.xml", FIRST)
        .second()
        .sign("message.xml", "message.asice")
        .first()
        .submitPackage("output:message.asice", "no-lists", "rejected", "MDX-E17", "MDX-P31")
        .done();
    of(
            "exchange-unsigned",
            "EXC-7",
            "A message without a signature where signatures are wanted is rejected",
            "Whoever can send a file could speak for a government.")
        .algorithms("ECDSA-P256")
        .file("message.xml", FIRST)
        .submitPackage("message.xml", "main", "rejected", "MDX-P41")
        .done();
  }

  /** What cannot be decided, and what must not be believed. */
  private void doubts() {
    of(
            "exchange-undecided-then-decided",
            "EXC-1 EXC-2",
            "The same package again, when the revocation list is there",
            "A doubt that was cleared up must not stick to the message.")
        .algorithms("ECDSA-P256")
        .near("MDX-E17")
        .file("message.xml", FIRST)
        .second()
        .sign("message.xml", "message.asice")
        .first()
        .submitPackage("output:message.asice", "no-lists", "rejected", "MDX-E17", "MDX-P31")
        .submitPackage("output:message.asice", "main", "accepted")
        .done();
    of(
            "exchange-decided-then-undecided",
            "EXC-1 EXC-2",
            "A copy that cannot be decided is judged anew",
            "The key may have been revoked since; an old answer does not vouch for the copy.")
        .algorithms("ECDSA-P256")
        .file("message.xml", FIRST)
        .second()
        .sign("message.xml", "message.asice")
        .first()
        .submitPackage("output:message.asice", "main", "accepted")
        .submitPackage("output:message.asice", "no-lists", "rejected", "MDX-E17", "MDX-P31")
        .done();
    of(
            "exchange-undecided-says-so",
            "EXC-1 REC-2",
            "The receipt of what could not be decided says that it is not final",
            "The sender need not look for a fault in figures that are right.")
        .algorithms("ECDSA-P256")
        .file("message.xml", FIRST)
        .second()
        .sign("message.xml", "message.asice")
        .first()
        .submitTrusting(
            "output:message.asice",
            "no-lists",
            "rejected",
            "<Outcome>rejected</Outcome>\n<Incomplete>true</Incomplete>\n",
            "MDX-E17",
            "MDX-P31")
        .done();
    of(
            "exchange-forged",
            "EXC-1 REC-3 REC-4",
            "A package whose message was changed is rejected, and the receipt names no message",
            "Whoever forges a message could otherwise have receipts made in another's name.")
        .algorithms("ECDSA-P256")
        .submitTrusting(
            "../../../signer/packages/asic-file-changed/package.asice",
            "main",
            "rejected",
            "</Sha256>\n<Outcome>rejected</Outcome>\n",
            "MDX-P10",
            "MDX-P51")
        .done();
  }

  /** The implementation under test plays Austria, and the second one France; then the other way. */
  private void scripts() {
    of(
            "script-sender",
            "EXC-1 EXC-5 REC-4",
            "Austria sends, reads the receipt, corrects, reads the second",
            "The whole way of a figure between two governments with two products.")
        .algorithms("ECDSA-P256")
        .file("message.xml", FIRST)
        .file("correction.xml", CORRECTION)
        .sign("message.xml", "message.asice")
        .second()
        .submitPackage("output:message.asice", "main", "accepted")
        .first()
        .answeredBySignature("output:message.asice", "accepted")
        .sign("correction.xml", "correction.asice")
        .second()
        .submitPackage("output:correction.asice", "main", "accepted")
        .first()
        .answeredBySignature("output:correction.asice", "accepted")
        .done();
    of(
            "script-receiver",
            "EXC-1 EXC-5 EXC-2 REC-4",
            "France receives, answers, receives the correction and a late copy",
            "The same with the products the other way round.")
        .algorithms("ECDSA-P256")
        .file("message.xml", FIRST)
        .file("correction.xml", CORRECTION)
        .second()
        .sign("message.xml", "message.asice")
        .sign("correction.xml", "correction.asice")
        .first()
        .submitPackage("output:message.asice", "main", "accepted")
        .second()
        .answeredBySignature("output:message.asice", "accepted")
        .first()
        .submitPackage("output:correction.asice", "main", "accepted")
        .submitPackage("output:message.asice", "main", "accepted")
        .second()
        .answeredBySignature("output:message.asice", "accepted")
        .done();
    of(
            "script-rejected",
            "EXC-1 EXC-3 REC-2",
            "Plain messages: rejected for a used id, and told so",
            "The sender learns from the receipt alone what was wrong.")
        .file("message.xml", FIRST)
        .file("changed.xml", CHANGED)
        .submit("message.xml", "accepted")
        .second()
        .answered("message.xml", "accepted")
        .first()
        .submit("changed.xml", "rejected", "MDX-E11")
        .second()
        .answered("changed.xml", "rejected")
        .done();
  }
}
