package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** What governments answer one another. */
final class ExchangeVectors {
  static final String FIRST = letter("2001", "5210");
  static final String CHANGED = letter("2001", "5211");
  static final String OTHER = letter("2002", "77");
  private static final String OTHER_OFFICE = "AUT:EXAMPLE-POLICE";
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
    doubts();
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
    of(
            "exchange-other-office",
            "EXC-4",
            "A message for another office of the same country",
            "Asylum files sent to one ministry must not be used by the next one.")
        .file("message.xml", letter("2012", "5210").replace("EXAMPLE-INT", "EXAMPLE-POLICE"))
        .submit("message.xml", "rejected", "MDX-E10")
        .done();
    of(
            "exchange-two-receivers",
            "EXC-4",
            "France is the second of two receivers",
            "Whoever looks at the first receiver only refuses what is meant for him.")
        .near("MDX-E10")
        .file("message.xml", from(Letters.AUSTRIA, "2013", Letters.GERMANY, Letters.FRANCE))
        .submit("message.xml", "accepted")
        .done();
    of(
            "exchange-no-receiver",
            "EXC-4",
            "A message that names no receiver is for whoever gets it",
            "Statistics for everybody name nobody; refusing them stops publication.")
        .near("MDX-E10")
        .file("message.xml", from(Letters.AUSTRIA, "2014"))
        .submit("message.xml", "accepted")
        .done();
    of(
            "exchange-counted",
            "EXC-1 REC-2",
            "The receipt says how often a rule is broken, and where",
            "A sender who reads of one fault repairs one, and is rejected again for the next.")
        .file("message.xml", twoFaults(FAULTY))
        .submit("message.xml", "rejected", "MDX-S11")
        .says("<Field>OBS_VALUE</Field>\n<Count>2</Count>\n")
        .done();
  }

  private static String from(String sender, String number, String... receivers) {
    return new String(Letters.from(sender, number, "5210", receivers), UTF_8);
  }

  private static String twoFaults(String message) {
    int row = message.indexOf("<Obs ");
    String whole = message.substring(row, message.indexOf('\n', row) + 1);
    return message.replace(whole, whole + whole.replace("2024", "2025"));
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
    of(
            "exchange-duplicate-reformatted",
            "EXC-2",
            "A copy with other line ends is a duplicate",
            "Mail gateways change line ends; the figures are the same, and so is the message.")
        .near("MDX-E11")
        .file("message.xml", FIRST)
        .file("copy.xml", FIRST.replace("\n", "\r\n"))
        .submit("message.xml", "accepted")
        .submit("copy.xml", "accepted")
        .done();
    of(
            "exchange-first-stays",
            "EXC-2 EXC-3",
            "A copy of the first message, after another content under its id was rejected",
            "What was rejected must leave no trace on what holds.")
        .file("message.xml", FIRST)
        .file("changed.xml", CHANGED)
        .submit("message.xml", "accepted")
        .submit("changed.xml", "rejected", "MDX-E11")
        .submit("message.xml", "accepted")
        .done();
    of(
            "exchange-rejected-twice",
            "EXC-2",
            "A copy of what was rejected is rejected for the same reason",
            "A sender who sends again unchanged must not slip through, nor be told something else.")
        .near("MDX-E11")
        .file("message.xml", FOR_GERMANY)
        .submit("message.xml", "rejected", "MDX-E10")
        .submit("message.xml", "rejected", "MDX-E10")
        .done();
    of(
            "exchange-rejected-remembered",
            "EXC-1 EXC-3",
            "The id of a rejected message is used for another content",
            "A receipt of the first would be taken for one of the second.")
        .file("message.xml", FOR_GERMANY)
        .file("changed.xml", letter("2005", "5210"))
        .submit("message.xml", "rejected", "MDX-E10")
        .submit("changed.xml", "rejected", "MDX-E11")
        .done();
    of(
            "exchange-faulty-sent-again",
            "EXC-1 EXC-3",
            "What was rejected as faulty is repaired and sent under its id",
            "A message without a digest has no content that could be named; its repair is the first.")
        .near("MDX-E11")
        .file("message.xml", FAULTY)
        .file("repaired.xml", letter("2003", "5210"))
        .submit("message.xml", "rejected", "MDX-S11")
        .submit("repaired.xml", "accepted")
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
    of(
            "exchange-test-and-real",
            "EXC-5",
            "A real message cannot correct a test",
            "Test figures must not slip into what is published, nor real ones vanish by a test.")
        .file("message.xml", FIRST)
        .file("correction.xml", real(replacing(letter("2011", "5300"), FIRST)))
        .submit("message.xml", "accepted")
        .submit("correction.xml", "rejected", "MDX-E16")
        .done();
    of(
            "exchange-real-and-test",
            "EXC-5",
            "A test cannot correct a real message",
            "A rehearsal must not make published figures disappear.")
        .file("message.xml", real(FIRST))
        .file("correction.xml", replacing(letter("2015", "5300"), real(FIRST)))
        .submit("message.xml", "accepted")
        .submit("correction.xml", "rejected", "MDX-E16")
        .done();
    of(
            "exchange-correction-after-rejected",
            "EXC-5",
            "A correction is accepted after another one was rejected",
            "A correction that was refused replaces nothing; the right one must not be shut out by it.")
        .near("MDX-E13")
        .file("message.xml", FIRST)
        .file("wrong.xml", replacing(letter("2009", "5300"), CHANGED))
        .file("correction.xml", CORRECTION)
        .submit("message.xml", "accepted")
        .submit("wrong.xml", "rejected", "MDX-E14")
        .submit("correction.xml", "accepted")
        .done();
    of(
            "exchange-correction-of-other-office",
            "EXC-5",
            "Another office of the same country cannot correct",
            "A police office must not replace what the statistical office has stated.")
        .file("message.xml", FIRST)
        .file("correction.xml", replacing(from(OTHER_OFFICE, "2016", Letters.FRANCE), FIRST))
        .submit("message.xml", "accepted")
        .submit("correction.xml", "rejected", "MDX-E15")
        .done();
    of(
            "exchange-foreign-correction-first",
            "EXC-6",
            "Somebody else's correction overtakes the message, which is accepted",
            "Otherwise anybody who knows an id could keep a message out before it comes.")
        .near("MDX-E13")
        .file("message.xml", FIRST)
        .file("correction.xml", replacing(from(OTHER_OFFICE, "2017", Letters.FRANCE), FIRST))
        .submit("correction.xml", "acceptedWithWarnings", "MDX-E12")
        .submit("message.xml", "accepted")
        .done();
    of(
            "exchange-real-correction-first",
            "EXC-6",
            "A real correction of a test overtakes it, and the test is accepted",
            "Tests and real messages do not touch one another, whichever comes first.")
        .near("MDX-E13")
        .file("message.xml", FIRST)
        .file("correction.xml", real(replacing(letter("2018", "5300"), FIRST)))
        .submit("correction.xml", "acceptedWithWarnings", "MDX-E12")
        .submit("message.xml", "accepted")
        .done();
    of(
            "exchange-correction-of-its-id",
            "EXC-3 EXC-5",
            "Another content under the id of a correction breaks one rule, not two",
            "A sender who is told that the chain has branched looks for a message that never was.")
        .near("MDX-E13")
        .file("message.xml", FIRST)
        .file("correction.xml", CORRECTION)
        .file("changed.xml", CORRECTION.replace("5300", "5301"))
        .submit("message.xml", "accepted")
        .submit("correction.xml", "accepted")
        .submit("changed.xml", "rejected", "MDX-E11")
        .done();
    of(
            "exchange-replaces-itself",
            "EXC-5",
            "A message that names itself as what it replaces is told so, and no more",
            "A slip of some products; who is told to wait for what is replaced waits for ever.")
        .file("message.xml", replacing(letter("2019", "5300"), letter("2019", "5300")))
        .submit("message.xml", "rejected", "MDX-V59")
        .done();
  }

  private static String real(String message) {
    return message.replace("<Test>true</Test>\n", "");
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
