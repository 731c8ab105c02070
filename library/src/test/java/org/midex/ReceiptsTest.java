package org.midex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.midex.Letters.AUSTRIA;
import static org.midex.Letters.GERMANY;
import static org.midex.Letters.MIDEX;
import static org.midex.Letters.NOW;
import static org.midex.Letters.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midex.Receipts.Answer;
import org.midex.Receipts.Checked;
import org.midex.codec.pack.KeyFiles;
import org.midex.codec.pack.KeyKind;
import org.midex.codec.pack.Policy;
import org.midex.codec.pack.Signing;
import org.midex.codec.pack.Trust;
import org.midex.codec.pack.Verifier;
import org.midex.model.Party;
import org.midex.model.Receipt;
import org.midex.model.Receipt.Outcome;

/** Receipts of signed packages, and receipts that come back. */
class ReceiptsTest {
  private static final char[] PASSWORD = "secret".toCharArray();
  private static final Receipts RECEIPTS = new Receipts(MIDEX);

  @TempDir private Path folder;
  private Letters letters = new Letters(Path.of(""));

  @BeforeEach
  void begin() {
    letters = new Letters(folder);
  }

  private Path receipt(Path sent) throws IOException {
    return written(RECEIPTS.answer(sent, GERMANY, NOW, null).get(0));
  }

  private Path written(Answer answer) throws IOException {
    Path file = letters.file(".xml");
    RECEIPTS.write(answer, file);
    return file;
  }

  private Path edited(Path file, String what, String by) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(what);
    return Files.writeString(letters.file(".xml"), text.replace(what, by));
  }

  private static Checked check(Path receipt, Path sent) throws IOException {
    return RECEIPTS.check(receipt, sent, null).get(0);
  }

  private static List<String> found(Checked checked) {
    return checked.results().stream()
        .flatMap(result -> result.groups().stream())
        .map(group -> group.problem().rule())
        .toList();
  }

  @Nested
  class ReceiptsThatComeBack {
    private Path sent = Path.of("");
    private Path back = Path.of("");

    @BeforeEach
    void sendAndReceive() throws IOException {
      sent = letters.letter("a").write();
      back = receipt(sent);
    }

    @Test
    void hold() throws IOException {
      Checked checked = check(back, sent);
      assertThat(found(checked)).isEmpty();
      assertThat(checked.holds()).isTrue();
      assertThat(checked.receipt()).isNotNull();
    }

    @Test
    void ofWhatWasRejectedHoldToo() throws IOException {
      Path faulty = letters.letter("b").with("A=\"1\"").write();
      Checked checked = check(receipt(faulty), faulty);
      assertThat(checked.holds()).isTrue();
      Receipt receipt = Objects.requireNonNull(checked.receipt());
      assertThat(rules(receipt)).containsExactly("MDX-S08");
    }

    @Test
    void ofAnotherMessage() throws IOException {
      Checked checked = check(back, letters.letter("b").write());
      refused(checked, "MDX-E20");
      assertThat(checked.results().get(0).groups().get(0).problem().field()).isEqualTo("Message");
    }

    @Test
    void ofOtherContent() throws IOException {
      refused(check(back, letters.letter("a").value("7").write()), "MDX-E20");
    }

    @Test
    void ofBytesThatWereDamagedOnTheWay() throws IOException {
      Path cut = letters.file(".xml");
      Files.writeString(cut, Files.readString(sent).substring(0, 200));
      Path receipt = receipt(cut);
      refused(check(receipt, sent), "MDX-E20");
      assertThat(check(receipt, cut).holds()).isTrue();
    }

    @Test
    void ofSomebodyElse() throws IOException {
      refused(check(edited(back, "<Area>DEU</Area>", "<Area>FRA</Area>"), sent), "MDX-E21");
    }

    @Test
    void toSomebodyElse() throws IOException {
      refused(check(edited(back, "<Area>AUT</Area>", "<Area>FRA</Area>"), sent), "MDX-E10");
    }

    @Test
    void ofATestThatWasNone() throws IOException {
      refused(
          check(edited(back, "<InReplyTo>", "<Test>true</Test>\n<InReplyTo>"), sent), "MDX-E16");
    }

    @Test
    void thatAreFaultyThemselves() throws IOException {
      refused(check(edited(back, ">accepted<", ">rejected<"), sent), "MDX-E01");
      Checked unreadable = check(edited(back, ">accepted<", ">taken<"), sent);
      refused(unreadable, "MDX-S11");
      assertThat(unreadable.receipt()).isNull();
    }

    @Test
    void thatAreNone() throws IOException {
      refused(check(sent, sent), "MDX-S07");
    }

    private void refused(Checked checked, String rule) {
      assertThat(found(checked)).containsExactly(rule);
      assertThat(checked.holds()).isFalse();
      assertThat(checked.undecided()).isFalse();
    }
  }

  /** EXC-7, and what a verification means for a receipt. */
  @Nested
  @Tag("once")
  class Signed {
    private final Instant now = Instant.now();

    @BeforeEach
    void makeKeys() throws IOException {
      TestKeys keys = new TestKeys(folder.resolve("trust"), PASSWORD, now);
      keys.add(AUSTRIA, List.of(KeyKind.ECDSA_P256));
      keys.add(GERMANY, List.of(KeyKind.ECDSA_P256));
    }

    private Signing signing(String who) throws IOException {
      Path key = folder.resolve("trust/" + who + "-sign-ecdsa-p256.p12");
      return new Signing(List.of(KeyFiles.pkcs12(key, PASSWORD, null).toSign()), now, null);
    }

    private Verifier verifier(@Nullable Party by) throws IOException {
      return new Verifier(Trust.read(folder.resolve("trust")), Policy.standard(), now, by);
    }

    private Path sent(Path... messages) throws IOException {
      Path file = letters.file(".asice");
      new Packages(MIDEX).sign(List.of(messages), file, signing("aut-stats"), false, true);
      return file;
    }

    private Answer answer(Path file) throws IOException {
      return RECEIPTS.answer(file, GERMANY, now, verifier(GERMANY)).get(0);
    }

    @Test
    void aPackageIsAnsweredByAPackage() throws IOException {
      Path sent = sent(letters.letter("a").write());
      Answer answer = answer(sent);
      assertThat(answer.receipt().outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(answer.receipt().sha256()).isNotEqualTo(answer.receipt().digest());
      Path signed = letters.file(".asice");
      assertThat(RECEIPTS.sign(List.of(answer), signed, signing("deu-min")).written()).isTrue();
      assertThat(RECEIPTS.check(signed, sent, verifier(AUSTRIA)).get(0).holds()).isTrue();
      assertThatThrownBy(() -> RECEIPTS.check(signed, sent, null))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReceiptThatSomebodyElseSigned() throws IOException {
      Path sent = sent(letters.letter("a").write());
      Path forged = letters.file(".asice");
      RECEIPTS.sign(List.of(answer(sent)), forged, signing("aut-stats"));
      Checked checked = RECEIPTS.check(forged, sent, verifier(AUSTRIA)).get(0);
      assertThat(checked.holds()).isFalse();
      assertThat(checked.receipt()).isNull();
      assertThat(found(checked)).contains("MDX-P50");
    }

    @Test
    void eachMessageOfAPackageIsAnswered() throws IOException {
      Path sent = sent(letters.letter("a").write(), letters.letter("b").value("-1").write());
      List<Answer> answers = RECEIPTS.answer(sent, GERMANY, now, verifier(GERMANY));
      assertThat(answers)
          .extracting(a -> a.receipt().message())
          .containsExactly("urn:ex:a", "urn:ex:b");
      assertThat(answers)
          .extracting(a -> a.receipt().outcome())
          .containsExactly(Outcome.ACCEPTED, Outcome.REJECTED);
      assertThat(answers.get(0).receipt().sha256()).isEqualTo(answers.get(1).receipt().sha256());
      Path signed = letters.file(".asice");
      RECEIPTS.sign(answers, signed, signing("deu-min"));
      assertThat(RECEIPTS.check(signed, sent, verifier(AUSTRIA)))
          .hasSize(2)
          .allMatch(Checked::holds);
    }

    @Test
    void receiptsBesideMessagesArePassedOver() throws IOException {
      Path ours = letters.letter("z").from(GERMANY).to(AUSTRIA).write();
      Path receipt = written(RECEIPTS.answer(ours, AUSTRIA, now, null).get(0));
      Path sent = sent(receipt, letters.letter("a").write());
      List<Answer> answers = RECEIPTS.answer(sent, GERMANY, now, verifier(GERMANY));
      assertThat(answers).extracting(a -> a.receipt().message()).containsExactly("urn:ex:a");
    }

    @Test
    void aPackageWithoutAMessage() throws IOException {
      Path note = Files.writeString(letters.file(".txt"), "nothing else");
      Receipt receipt = RECEIPTS.answer(sent(note), GERMANY, now, verifier(null)).get(0).receipt();
      assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(rules(receipt)).contains("MDX-S05");
    }

    @Test
    void unsignedWhereSignaturesAreWanted() throws IOException {
      Path file = letters.letter("a").write();
      Receipt receipt = answer(file).receipt();
      assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(rules(receipt)).containsExactly("MDX-P41");
      assertThat(receipt.message()).as("nobody knows whose it is").isNull();
      Checked checked = RECEIPTS.check(written(answer(file)), file, null).get(0);
      assertThat(checked.holds()).isTrue();
    }

    @Test
    void whatMustNotBeBelievedLeavesNoTrace() throws IOException {
      Correspondence germany = new Correspondence(MIDEX, GERMANY);
      Path genuine = letters.letter("a").write();
      Path forged = sent(letters.letter("a").value("7").write());
      String bytes = Files.readString(forged, StandardCharsets.ISO_8859_1);
      Files.writeString(
          forged, bytes.replace("OBS_VALUE=\"7\"", "OBS_VALUE=\"8\""), StandardCharsets.ISO_8859_1);
      Answer rejected = germany.receive(forged, now, verifier(GERMANY)).get(0);
      assertThat(rejected.receipt().outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(rejected.receipt().message()).isNull();
      assertThat(rejected.receipt().incomplete()).isTrue();
      assertThat(Party.receivers(rejected.message())).isEmpty();
      Receipt receipt = germany.receive(sent(genuine), now, verifier(GERMANY)).get(0).receipt();
      assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void whatCannotBeDecidedIsNotAcceptedYet() throws IOException {
      Path yaml = folder.resolve("trust/trust.yaml");
      String trust = Files.readString(yaml);
      Path sent = sent(letters.letter("a").replaces("z", "0".repeat(64)).write());
      Correspondence germany = new Correspondence(MIDEX, GERMANY);
      Files.writeString(yaml, trust.replace("lists: [ca.crl]", "lists: []"));
      Answer undecided = germany.receive(sent, now, verifier(GERMANY)).get(0);
      assertThat(undecided.receipt().outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(undecided.receipt().incomplete()).isTrue();
      assertThat(undecided.receipt().message()).isEqualTo("urn:ex:a");
      assertThat(rules(undecided.receipt())).containsExactly("MDX-E17", "MDX-E12", "MDX-P31");
      assertThat(undecided.undecided()).isTrue();
      Files.writeString(yaml, trust);
      Answer decided = germany.receive(sent, now, verifier(GERMANY)).get(0);
      assertThat(decided.receipt().outcome()).isEqualTo(Outcome.ACCEPTED_WITH_WARNINGS);
      assertThat(decided.undecided()).isFalse();
      Files.writeString(yaml, trust.replace("lists: [ca.crl]", "lists: []"));
      Answer again = germany.receive(sent, now, verifier(GERMANY)).get(0);
      assertThat(rules(again.receipt()))
          .as("not even when it was accepted before")
          .containsExactly("MDX-E17", "MDX-E12", "MDX-P31");
    }

    @Test
    void aReceiptWhoseSignatureCannotBeDecided() throws IOException {
      Path sent = sent(letters.letter("a").write());
      Path signed = letters.file(".asice");
      RECEIPTS.sign(List.of(answer(sent)), signed, signing("deu-min"));
      Path yaml = folder.resolve("trust/trust.yaml");
      Files.writeString(yaml, Files.readString(yaml).replace("lists: [ca.crl]", "lists: []"));
      Checked checked = RECEIPTS.check(signed, sent, verifier(AUSTRIA)).get(0);
      assertThat(checked.holds()).isFalse();
      assertThat(checked.undecided()).isTrue();
    }
  }

  @Test
  void thousandsOfUnknownNamesAreAReceiptStill() throws IOException {
    StringBuilder header = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      header.append("<X").append(i).append("/>");
    }
    String odd = "<" + "é".repeat(500) + "/>";
    Path sent = edited(letters.letter("a").write(), "</Header>", header + odd + "</Header>");
    Checked checked = check(receipt(sent), sent);
    assertThat(checked.holds()).isTrue();
    Receipt receipt = Objects.requireNonNull(checked.receipt());
    assertThat(receipt.findings()).hasSize(1);
    assertThat(receipt.findings().get(0).count()).isEqualTo(3_001);
  }

  @Test
  void namesThatAreNoPlainTextAreNotRepeated() throws IOException {
    String odd = "<" + "x".repeat(300) + "/><é/>";
    Path sent = edited(letters.letter("a").write(), "</Header>", odd + "</Header>");
    Receipt receipt = RECEIPTS.answer(sent, GERMANY, NOW, null).get(0).receipt();
    assertThat(receipt.findings()).hasSize(1);
    assertThat(receipt.findings().get(0).field()).isEqualTo("*");
    assertThat(receipt.findings().get(0).count()).isEqualTo(2);
  }

  @Test
  void receiptsHaveNames() {
    assertThat(Receipts.name(0, "r.xml")).isEqualTo("r.xml");
    assertThat(Receipts.name(1, "r.xml")).isEqualTo("r-2.xml");
    assertThat(Receipts.name(2, "r.xml.gz")).isEqualTo("r-3.xml.gz");
  }
}
