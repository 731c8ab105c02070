package org.midex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.midex.Letters.AUSTRIA;
import static org.midex.Letters.GERMANY;
import static org.midex.Letters.MIDEX;
import static org.midex.Letters.NOW;
import static org.midex.Letters.digest;
import static org.midex.Letters.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midex.Receipts.Answer;
import org.midex.model.Party;
import org.midex.model.Receipt;
import org.midex.model.Receipt.Outcome;
import org.midex.model.Result;
import org.midex.model.Verdict;

/** The scripts of an exchange, EXC-1 to EXC-6, without signatures. */
class CorrespondenceTest {
  private static final Party FRANCE = new Party("FRA", "MIN");

  @TempDir private Path folder;
  private Letters letters = new Letters(Path.of(""));
  private Correspondence germany = new Correspondence(MIDEX, GERMANY);

  @BeforeEach
  void begin() {
    letters = new Letters(folder);
  }

  private Receipt receive(Path file) throws IOException {
    Answer answer = germany.receive(file, NOW, null).get(0);
    requireConformant(answer);
    return answer.receipt();
  }

  /** Every receipt is a conformant message, whatever arrived. */
  private void requireConformant(Answer answer) throws IOException {
    Path file = letters.file(".xml");
    new Receipts(MIDEX).write(answer, file);
    try (Source source = Source.of(file)) {
      Result result = MIDEX.validate(source);
      assertThat(result.verdict()).as(result.groups().toString()).isEqualTo(Verdict.CONFORMANT);
    }
  }

  @Nested
  class EveryArrivalIsAnswered {
    @Test
    void aSoundMessage() throws IOException {
      Path file = letters.letter("a").write();
      Answer answer = germany.receive(file, NOW.plusNanos(5), null).get(0);
      Receipt receipt = answer.receipt();
      assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(receipt.arrived()).isEqualTo(NOW);
      assertThat(receipt.message()).isEqualTo("urn:ex:a");
      assertThat(receipt.digest()).isEqualTo(digest(file)).isEqualTo(receipt.sha256());
      assertThat(receipt.incomplete()).isFalse();
      assertThat(receipt.findings()).isEmpty();
      assertThat(Party.sender(answer.message())).contains(GERMANY);
      assertThat(Party.receivers(answer.message())).containsExactly(AUSTRIA);
      assertThat(answer.message().header().first("InReplyTo")).contains("urn:ex:a");
      requireConformant(answer);
    }

    @Test
    void warningsAndErrorsByRuleAndField() throws IOException {
      assertThat(receive(letters.letter("a").value("-5").write()).outcome())
          .isEqualTo(Outcome.REJECTED);
      Receipt warned = receive(letters.letter("b").value("900000000").write());
      assertThat(warned.findings()).allMatch(found -> found.count() > 0);
      Receipt faulty = receive(letters.letter("c").with("A=\"1\" B=\"2\" SEX2=\"F\"").write());
      assertThat(faulty.findings().stream().map(Receipt.Found::field))
          .containsExactlyInAnyOrder("A", "B", "SEX2");
      assertThat(faulty.message()).isEqualTo("urn:ex:c");
      assertThat(faulty.digest()).as("what is faulty has none").isNull();
    }

    @Test
    void whatIsNoMessage() throws IOException {
      Receipt receipt = receive(Files.writeString(letters.file(".xml"), "no message"));
      assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(rules(receipt)).containsExactly("MDX-S05");
      assertThat(receipt.message()).isNull();
      assertThat(receipt.incomplete()).isTrue();
    }

    @Test
    void whatBreaksOff() throws IOException {
      String text = Files.readString(letters.letter("a").write());
      Path file = Files.writeString(letters.file(".xml"), text.substring(0, text.length() - 30));
      Receipt receipt = receive(file);
      assertThat(rules(receipt)).containsExactly("MDX-S01");
      assertThat(receipt.message()).isEqualTo("urn:ex:a");
      assertThat(receipt.incomplete()).isTrue();
    }

    @Test
    void aSenderThatCannotBeNamed() throws IOException {
      String text = Files.readString(letters.letter("a").write());
      Path file = Files.writeString(letters.file(".xml"), text.replace("<Area>AUT", "<Area>QQQ"));
      Answer answer = germany.receive(file, NOW, null).get(0);
      assertThat(Party.receivers(answer.message())).isEmpty();
      requireConformant(answer);
    }

    @Test
    void aTestIsAnsweredByATest() throws IOException {
      Answer answer = germany.receive(letters.letter("a").test().write(), NOW, null).get(0);
      assertThat(answer.message().header().first("Test")).contains("true");
    }

    @Test
    void partsOfANewerVersionAreUndecided() throws IOException {
      String text = Files.readString(letters.letter("a").with("NEW=\"1\"").write());
      Path file =
          Files.writeString(
              letters.file(".xml"), text.replace("version=\"1.0\" id", "version=\"1.7\" id"));
      Answer answer = germany.receive(file, NOW, null).get(0);
      assertThat(answer.receipt().outcome()).isEqualTo(Outcome.ACCEPTED_WITH_WARNINGS);
      assertThat(answer.receipt().incomplete()).isTrue();
      assertThat(answer.undecided()).isTrue();
      requireConformant(answer);
    }

    @Test
    void butReceiptsAreNot() throws IOException {
      Answer answer = germany.receive(letters.letter("a").write(), NOW, null).get(0);
      Path file = letters.file(".xml");
      new Receipts(MIDEX).write(answer, file);
      Correspondence austria = new Correspondence(MIDEX, AUSTRIA);
      assertThatThrownBy(() -> austria.receive(file, NOW, null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("receipt");
    }

    @Test
    void sameArrivalSameReceipt() throws IOException {
      Path file = letters.letter("a").write();
      Answer one = new Receipts(MIDEX).answer(file, GERMANY, NOW, null).get(0);
      Answer other = new Receipts(MIDEX).answer(file, GERMANY, NOW, null).get(0);
      assertThat(one.message()).isEqualTo(other.message());
      Answer later = new Receipts(MIDEX).answer(file, GERMANY, NOW.plusSeconds(1), null).get(0);
      assertThat(later.message().id()).isNotEqualTo(one.message().id());
    }
  }

  @Nested
  class ADuplicate {
    @Test
    void getsTheSameAnswerAndChangesNothing() throws IOException {
      Path first = letters.letter("a").write();
      Receipt before = receive(first);
      receive(letters.letter("b").replaces("a", digest(first)).write());
      String spaced = Files.readString(first).replace("<Obs ", "  <Obs ");
      Receipt again = receive(Files.writeString(letters.file(".xml"), spaced));
      assertThat(again.outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(again.findings()).isEqualTo(before.findings());
      assertThat(again.digest()).isEqualTo(before.digest());
      assertThat(again.sha256()).as("of what arrived now").isNotEqualTo(before.sha256());
      Receipt third = receive(letters.letter("c").replaces("a", digest(first)).write());
      assertThat(rules(third)).as("still replaced").containsExactly("MDX-E13");
    }

    @Test
    void ofARejectedMessageToo() throws IOException {
      Path file = letters.letter("a").value("-5").write();
      Receipt before = receive(file);
      assertThat(receive(file)).isEqualTo(before);
    }
  }

  @Nested
  class TheSameIdWithOtherContent {
    @Test
    void isRejected() throws IOException {
      receive(letters.letter("a").write());
      Receipt other = receive(letters.letter("a").value("7").write());
      assertThat(other.outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(rules(other)).containsExactly("MDX-E11");
      assertThat(receive(letters.letter("a").write()).outcome())
          .as("the first one still holds")
          .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void mayBeARepairOfWhatHadNoContentThatCouldBeNamed() throws IOException {
      receive(letters.letter("a").with("A=\"1\"").write());
      assertThat(receive(letters.letter("a").write()).outcome()).isEqualTo(Outcome.ACCEPTED);
    }
  }

  @Nested
  class AMessageForOthers {
    @Test
    void isRejected() throws IOException {
      Receipt receipt = receive(letters.letter("a").to(FRANCE).write());
      assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(rules(receipt)).containsExactly("MDX-E10");
    }

    @Test
    void orForSeveralOrForAnybodyIsNone() throws IOException {
      assertThat(rules(receive(letters.letter("a").to(FRANCE, GERMANY).write()))).isEmpty();
      assertThat(rules(receive(letters.letter("b").to().write()))).isEmpty();
    }

    @Test
    void replacesNothing() throws IOException {
      Path first = letters.letter("a").write();
      receive(first);
      receive(letters.letter("b").to(FRANCE).replaces("a", digest(first)).write());
      Receipt correction = receive(letters.letter("c").replaces("a", digest(first)).write());
      assertThat(rules(correction)).isEmpty();
    }
  }

  @Nested
  class ACorrection {
    @Test
    void ofWhatArrivedIsAccepted() throws IOException {
      Path first = letters.letter("a").write();
      receive(first);
      Path second = letters.letter("b").value("7").replaces("a", digest(first)).write();
      assertThat(receive(second).outcome()).isEqualTo(Outcome.ACCEPTED);
      Path third = letters.letter("c").value("8").replaces("b", digest(second)).write();
      assertThat(receive(third).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void ofWhatWasRejectedIsAcceptedToo() throws IOException {
      Path first = letters.letter("a").value("-5").write();
      receive(first);
      assertThat(receive(letters.letter("b").replaces("a", digest(first)).write()).outcome())
          .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void ofOtherContentIsRejected() throws IOException {
      receive(letters.letter("a").write());
      Receipt receipt = receive(letters.letter("b").replaces("a", "0".repeat(64)).write());
      assertThat(rules(receipt)).containsExactly("MDX-E14");
      assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void ofWhatIsReplacedAlreadyIsRejected() throws IOException {
      Path first = letters.letter("a").write();
      receive(first);
      receive(letters.letter("b").value("7").replaces("a", digest(first)).write());
      Receipt receipt =
          receive(letters.letter("c").value("8").replaces("a", digest(first)).write());
      assertThat(rules(receipt)).containsExactly("MDX-E13");
      assertThat(receipt.findings().get(0).field()).isEqualTo("Replaces");
    }

    @Test
    void thatIsRejectedItselfReplacesNothing() throws IOException {
      Path first = letters.letter("a").write();
      receive(first);
      receive(letters.letter("b").value("-7").replaces("a", digest(first)).write());
      assertThat(rules(receive(letters.letter("c").replaces("a", digest(first)).write())))
          .isEmpty();
    }

    @Test
    void ofAnotherSendersMessageIsRejected() throws IOException {
      Path first = letters.letter("a").write();
      receive(first);
      Receipt receipt =
          receive(letters.letter("b").from(FRANCE).replaces("a", digest(first)).write());
      assertThat(rules(receipt)).containsExactly("MDX-E15");
    }

    @Test
    void betweenTestAndRealIsRejected() throws IOException {
      Path first = letters.letter("a").write();
      receive(first);
      Receipt receipt = receive(letters.letter("b").test().replaces("a", digest(first)).write());
      assertThat(rules(receipt)).containsExactly("MDX-E16");
      Path trial = letters.letter("t").test().write();
      receive(trial);
      Receipt real = receive(letters.letter("u").replaces("t", digest(trial)).write());
      assertThat(rules(real)).containsExactly("MDX-E16");
    }
  }

  @Nested
  class OutOfOrder {
    @Test
    void theCorrectionIsAcceptedAndWhatItReplacesIsNot() throws IOException {
      Path first = letters.letter("a").write();
      Receipt correction = receive(letters.letter("b").replaces("a", digest(first)).write());
      assertThat(correction.outcome()).isEqualTo(Outcome.ACCEPTED_WITH_WARNINGS);
      assertThat(rules(correction)).containsExactly("MDX-E12");
      Receipt late = receive(first);
      assertThat(late.outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(rules(late)).containsExactly("MDX-E13");
      assertThat(late.findings().get(0).field()).isEqualTo("id");
    }

    @Test
    void nobodyReplacesBeforehandWhatOthersWillSend() throws IOException {
      Path first = letters.letter("a").write();
      receive(letters.letter("b").from(FRANCE).replaces("a", digest(first)).write());
      receive(letters.letter("t").test().replaces("a", digest(first)).write());
      assertThat(receive(first).outcome()).isEqualTo(Outcome.ACCEPTED);
    }
  }

  @Test
  void itIsFilledFromEarlierFiles() throws IOException {
    Path first = letters.letter("a").write();
    Path second = letters.letter("b").value("7").replaces("a", digest(first)).write();
    germany.remember(first);
    germany.remember(second);
    assertThat(receive(second).outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(rules(receive(letters.letter("a").value("9").write())))
        .contains("MDX-E11", "MDX-E13");
    assertThat(receive(first).arrived()).as("of now, not of then").isEqualTo(NOW);
  }

  @Test
  void aPartyThatCannotBeNamedReceivesNothing() {
    assertThatThrownBy(() -> new Correspondence(MIDEX, new Party("QQQ", "MIN")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Correspondence(MIDEX, new Party("DEU", "M IN")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
