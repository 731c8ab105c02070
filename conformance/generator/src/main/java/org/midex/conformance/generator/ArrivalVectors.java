package org.midex.conformance.generator;

import static org.midex.conformance.generator.Submissions.CHANGED;
import static org.midex.conformance.generator.Submissions.CORRECTION;
import static org.midex.conformance.generator.Submissions.FAULTY;
import static org.midex.conformance.generator.Submissions.FIRST;
import static org.midex.conformance.generator.Submissions.FOR_GERMANY;
import static org.midex.conformance.generator.Submissions.OTHER;
import static org.midex.conformance.generator.Submissions.letter;

/** What arrives at a government for the first time, and again. */
final class ArrivalVectors {
  private final Drafts drafts;

  ArrivalVectors(Drafts drafts) {
    this.drafts = drafts;
  }

  void add() {
    arrivals();
    duplicates();
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
        .file(
            "message.xml",
            Submissions.from(Letters.AUSTRIA, "2013", Letters.GERMANY, Letters.FRANCE))
        .submit("message.xml", "accepted")
        .done();
    of(
            "exchange-no-receiver",
            "EXC-4",
            "A message that names no receiver is for whoever gets it",
            "Statistics for everybody name nobody; refusing them stops publication.")
        .near("MDX-E10")
        .file("message.xml", Submissions.from(Letters.AUSTRIA, "2014"))
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
}
