package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What governments answer one another. */
final class ExchangeVectors {
  static final String FIRST = letter("2001", "5210");
  static final String CHANGED = letter("2001", "5211");
  static final String OTHER = letter("2002", "77");
  private static final String FAULTY = letter("2003", "05210");
  private static final String FOR_GERMANY =
      new String(Letters.from(Letters.AUSTRIA, "2005", "5210", Letters.GERMANY), UTF_8);
  private static final String CORRECTION = replacing(letter("2006", "5300"), FIRST);

  private static String letter(String number, String value) {
    return new String(Letters.from(Letters.AUSTRIA, number, value, Letters.FRANCE), UTF_8);
  }

  /** The id of a message. */
  static String id(String message) {
    int at = message.indexOf(" id=\"") + 5;
    return message.substring(at, message.indexOf('"', at));
  }

  private static String replacing(String message, String replaced) {
    return replacing(message, id(replaced), Generator.sha256(replaced.getBytes(UTF_8)));
  }

  private static String replacing(String message, String id, String digest) {
    return message.replace(
        "</Header>",
        "<Replaces>\n<Message>"
            + id
            + "</Message>\n<Digest>"
            + digest
            + "</Digest>\n</Replaces>\n</Header>");
  }

  private final Drafts drafts;

  ExchangeVectors(Drafts drafts) {
    this.drafts = drafts;
  }

  void add() {
    arrivals();
    duplicates();
    corrections();
    packages();
    scripts();
  }

  private Scenario of(String id, String clauses, String title, String why) {
    return new Scenario(drafts, id, clauses, title, why);
  }

  private void arrivals() {
    of(
            "exchange-accepted",
            "EXC-1 REC-1 REC-2",
            "A sound message is accepted",
            "A sender without an answer sends again, or believes that it arrived.")
        .near("MDX-E01", "MDX-E02", "MDX-E03", "MDX-E10")
        .file("message.xml", FIRST)
        .submit("message.xml", "accepted")
        .done();
    of(
            "exchange-rejected",
            "EXC-1 REC-2",
            "A message with an error is rejected, and the receipt says why",
            "A message that is dropped without a word is missed months later, when figures are published.")
        .file("message.xml", FAULTY)
        .submit("message.xml", "rejected", "MDX-S11")
        .done();
    of(
            "exchange-no-message",
            "EXC-1 REC-3",
            "What is no message at all is rejected",
            "A table sent by mistake is answered too; its sender learns it the same day.")
        .file("message.xml", "year;persons\n2024;5210\n")
        .submit("message.xml", "rejected", "MDX-S05")
        .done();
    of(
            "exchange-wrong-receiver",
            "EXC-4",
            "A message for Germany arrives in France",
            "Figures that were meant for one government are used by another, against the terms under which they were sent.")
        .file("message.xml", FOR_GERMANY)
        .submit("message.xml", "rejected", "MDX-E10")
        .done();
  }

  private void duplicates() {
    of(
            "exchange-duplicate",
            "EXC-2",
            "The same message arrives twice and is answered twice alike",
            "A sender who missed the receipt sends again; figures must not be counted twice, nor the second copy be an error.")
        .near("MDX-E11")
        .file("message.xml", FIRST)
        .submit("message.xml", "accepted")
        .submit("message.xml", "accepted")
        .done();
    of(
            "exchange-duplicate-later",
            "EXC-2",
            "A copy that arrives after its correction is answered as at first",
            "Late copies of replaced messages are common after a breakdown; they must not bring the old figures back.")
        .file("message.xml", FIRST)
        .file("correction.xml", CORRECTION)
        .submit("message.xml", "accepted")
        .submit("correction.xml", "accepted")
        .submit("message.xml", "accepted")
        .done();
    of(
            "exchange-same-id",
            "EXC-3",
            "Another content under an id that is used is rejected",
            "Two contents under one name: the two governments would each hold another one for the message.")
        .file("message.xml", FIRST)
        .file("changed.xml", CHANGED)
        .submit("message.xml", "accepted")
        .submit("changed.xml", "rejected", "MDX-E11")
        .done();
    of(
            "exchange-apart",
            "EXC-2 EXC-3",
            "Two messages with ids of their own are both accepted",
            "Whoever takes every second message for a duplicate loses figures.")
        .near("MDX-E11", "MDX-E13")
        .file("message.xml", FIRST)
        .file("other.xml", OTHER)
        .submit("message.xml", "accepted")
        .submit("other.xml", "accepted")
        .done();
  }

  private void corrections() {
    of(
            "exchange-correction",
            "EXC-5",
            "A correction of what arrived is accepted",
            "Corrections are daily business; a receiver that cannot take them keeps wrong figures.")
        .near("MDX-E12", "MDX-E14", "MDX-E15", "MDX-E16")
        .file("message.xml", FIRST)
        .file("correction.xml", CORRECTION)
        .submit("message.xml", "accepted")
        .submit("correction.xml", "accepted")
        .done();
    of(
            "exchange-out-of-order",
            "EXC-6",
            "A correction overtakes what it corrects",
            "Networks do not keep the order; the older figures must not win because they came last.")
        .file("message.xml", FIRST)
        .file("correction.xml", CORRECTION)
        .submit("correction.xml", "acceptedWithWarnings", "MDX-E12")
        .submit("message.xml", "rejected", "MDX-E13")
        .done();
    of(
            "exchange-corrected-twice",
            "EXC-5",
            "Two corrections of one message: the second is rejected",
            "Which of two corrections holds must not depend on who reads first.")
        .file("message.xml", FIRST)
        .file("correction.xml", CORRECTION)
        .file("second.xml", replacing(letter("2007", "5301"), FIRST))
        .submit("message.xml", "accepted")
        .submit("correction.xml", "accepted")
        .submit("second.xml", "rejected", "MDX-E13")
        .done();
    of(
            "exchange-correction-of-correction",
            "EXC-5",
            "A correction of a correction is accepted",
            "Figures are corrected as often as needed, in a chain.")
        .near("MDX-E13")
        .file("message.xml", FIRST)
        .file("correction.xml", CORRECTION)
        .file("second.xml", replacing(letter("2008", "5302"), CORRECTION))
        .submit("message.xml", "accepted")
        .submit("correction.xml", "accepted")
        .submit("second.xml", "accepted")
        .done();
    of(
            "exchange-other-content",
            "EXC-5",
            "A correction of another content than what arrived is rejected",
            "The sender believes that the receiver holds other figures; both have to look before anything is replaced.")
        .file("message.xml", FIRST)
        .file("correction.xml", replacing(letter("2009", "5300"), CHANGED))
        .submit("message.xml", "accepted")
        .submit("correction.xml", "rejected", "MDX-E14")
        .done();
    String foreign =
        new String(Letters.from(Letters.GERMANY, "2010", "5300", Letters.FRANCE), UTF_8)
            .replace("PREV_RESIDENCE=\"DEU\"", "PREV_RESIDENCE=\"AUT\"");
    of(
            "exchange-foreign-correction",
            "EXC-5",
            "Germany cannot correct what Austria sent",
            "Otherwise one government could delete another's figures.")
        .file("message.xml", FIRST)
        .file("correction.xml", replacing(foreign, FIRST))
        .submit("message.xml", "accepted")
        .submit("correction.xml", "rejected", "MDX-E15")
        .done();
    String real = replacing(letter("2011", "5300"), FIRST).replace("<Test>true</Test>\n", "");
    of(
            "exchange-test-and-real",
            "EXC-5",
            "A real message cannot correct a test",
            "Test figures must not slip into what is published, nor real ones vanish by a test.")
        .file("message.xml", FIRST)
        .file("correction.xml", real)
        .submit("message.xml", "accepted")
        .submit("correction.xml", "rejected", "MDX-E16")
        .done();
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
