package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.midex.conformance.generator.Submissions.CHANGED;
import static org.midex.conformance.generator.Submissions.CORRECTION;
import static org.midex.conformance.generator.Submissions.FIRST;
import static org.midex.conformance.generator.Submissions.letter;
import static org.midex.conformance.generator.Submissions.real;
import static org.midex.conformance.generator.Submissions.replacing;

/** Messages that take the place of others. */
final class CorrectionVectors {
  private static final String OTHER_OFFICE = "AUT:EXAMPLE-POLICE";

  private final Drafts drafts;

  CorrectionVectors(Drafts drafts) {
    this.drafts = drafts;
  }

  void add() {
    corrections();
  }

  private Scenario of(String id, String clauses, String title, String why) {
    return new Scenario(drafts, id, clauses, title, why);
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
        .file(
            "correction.xml",
            replacing(Submissions.from(OTHER_OFFICE, "2016", Letters.FRANCE), FIRST))
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
        .file(
            "correction.xml",
            replacing(Submissions.from(OTHER_OFFICE, "2017", Letters.FRANCE), FIRST))
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
}
