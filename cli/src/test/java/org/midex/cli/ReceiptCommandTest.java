package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code receipt}, and what the other commands do with receipts. */
class ReceiptCommandTest {
  private static final String GOOD = SignedExchange.GOOD;
  private static final String DAMAGED = SignedExchange.DAMAGED;
  private static final String GERMANY = "DEU:EXAMPLE-MIN";

  @TempDir private Path folder;

  private Path out(String name) {
    return folder.resolve(name);
  }

  private Run answer(String file, String... more) {
    return SignedExchange.run(
        more, "receipt", file, "-o", out("r.xml").toString(), "--as", GERMANY);
  }

  private String receipt() throws IOException {
    return Files.readString(out("r.xml"));
  }

  @Test
  void aSoundMessageIsAccepted() throws IOException {
    Run run = answer(GOOD, "--at", "2026-11-26T12:00:00Z");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("CONFORMANT", "Accepted", "r.xml");
    assertThat(receipt())
        .contains(
            "<Outcome>accepted</Outcome>",
            "<Arrived>2026-11-26T12:00:00Z</Arrived>",
            "<InReplyTo>urn:uuid:7d0c1a52-3c2f-4d55-9a50-7c9d6b3f0001</InReplyTo>",
            "<Test>true</Test>");
    assertThat(Run.midex("validate", out("r.xml").toString()).code()).isZero();
  }

  /**
   * Made by {@code midex receipt examples/refugees.xml} with {@code --as} and {@code --at} as here.
   */
  @Test
  void theExampleIsItsAnswer() throws IOException {
    answer(GOOD, "--at", "2026-11-26T12:00:00Z");
    assertThat(receipt()).isEqualTo(Files.readString(Path.of("../examples/receipt.xml")));
    assertThat(Run.midex("receipt", "--check", "../examples/receipt.xml", "--about", GOOD).code())
        .isZero();
  }

  @Test
  void aFaultyOneIsRejectedAndAnsweredStill() throws IOException {
    Run run = answer(DAMAGED);
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(run.out()).contains("MDX-V01", "Rejected");
    assertThat(receipt()).contains("<Outcome>rejected</Outcome>", "<Rule>MDX-V01</Rule>");
  }

  @Test
  void whatIsNoMessageIsAnsweredToo() throws IOException {
    assertThat(answer("../examples/no-message.xml").code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(receipt()).contains("MDX-S03", "<Incomplete>true").doesNotContain("InReplyTo");
  }

  @Test
  void whatArrivedEarlierCounts() throws IOException {
    Path other =
        Files.writeString(out("other.xml"), Files.readString(Path.of(GOOD)).replace("418", "419"));
    assertThat(answer(GOOD, "--earlier", DAMAGED, GOOD).code()).isZero();
    Run run = answer(GOOD, "--earlier", DAMAGED, other.toString());
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(receipt()).contains("MDX-E11");
  }

  @Test
  void itIsCheckedByWhoSent() {
    answer(GOOD);
    Run held = Run.midex("receipt", "--check", out("r.xml").toString(), "--about", GOOD);
    assertThat(held.code()).isZero();
    assertThat(held.out()).contains("Receipt of " + GOOD + ": Accepted");
    Run other = Run.midex("receipt", "--check", out("r.xml").toString(), "--about", DAMAGED);
    assertThat(other.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(other.out()).contains("MDX-E20", "Not to be relied on");
    answer(DAMAGED);
    Run rejected =
        Run.midex(
            "receipt", "--check", out("r.xml").toString(), "--about", DAMAGED, "--lang", "fr");
    assertThat(rejected.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(rejected.out()).contains("Rejeté", "MDX-V02").doesNotContain("{");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "receipt FILE",
        "receipt FILE -o OUT.xml",
        "receipt FILE --as DEU:X",
        "receipt FILE -o OUT.xml --as DEU",
        "receipt FILE -o OUT.xml --as QQQ:X",
        "receipt FILE -o OUT.avro --as DEU:X",
        "receipt FILE -o OUT.asice --as DEU:X",
        "receipt FILE -o FILE --as DEU:X",
        "receipt ../examples/receipt.xml -o OUT.xml --as DEU:X",
        "receipt ../examples/refugees.xml -o FILE --as DEU:X --earlier FILE",
        "receipt FILE -o OUT.xml --as DEU:X --about FILE",
        "receipt FILE -o OUT.xml --as DEU:X --receiver DEU:X",
        "receipt FILE -o OUT.xml --as DEU:X --crl .",
        "receipt FILE -o OUT.xml --as DEU:X --edition 2026-11-01",
        "receipt FILE --check",
        "receipt FILE --check --about FILE --as DEU:X",
        "receipt FILE --check --about FILE -o OUT.xml",
      })
  void mistakesInTheCommandLine(String line) throws IOException {
    Path file = Files.copy(Path.of(GOOD), out("file.xml"));
    String command = line.replace("FILE", file.toString()).replace("OUT", out("out").toString());
    Run run = Run.midex(command.split(" "));
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).contains("midex");
    assertThat(file).hasSameBinaryContentAs(Path.of(GOOD));
  }

  @Test
  void aFileThatIsMissing() {
    assertThat(answer("nowhere.xml").code()).isEqualTo(Exit.FAILED);
    assertThat(answer(GOOD, "--earlier", "nowhere.xml").code()).isEqualTo(Exit.FAILED);
    assertThat(Run.midex("receipt", "--check", GOOD, "--about", "nowhere.xml").code())
        .isEqualTo(Exit.FAILED);
    assertThat(out("r.xml")).doesNotExist();
  }

  @Nested
  class OtherCommands {
    private String receipt = "";

    private Run run(String... args) {
      answer(DAMAGED);
      receipt = out("r.xml").toString();
      for (int i = 0; i < args.length; i++) {
        args[i] = args[i].replace("RECEIPT", receipt).replace("OUT", out("out").toString());
      }
      return Run.midex(args);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "ndjson", "html", "junit"})
    void validateJudgesIt(String format) {
      Run run = run("validate", "RECEIPT", "--format", format);
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).contains("Receipt");
    }

    @Test
    void validateFindsWhatIsWrong() throws IOException {
      run("validate", "RECEIPT");
      Path wrong =
          Files.writeString(
              out("wrong.xml"), Files.readString(out("r.xml")).replace(">rejected<", ">accepted<"));
      Run run =
          Run.midex("validate", wrong.toString(), "--write-rejects", out("rejects.csv").toString());
      assertThat(run.code()).as(run.err()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.out()).contains("MDX-E01", "<Outcome>accepted</Outcome>");
      Run beside = Run.midex("validate", wrong.toString(), DAMAGED, "--against", GOOD);
      assertThat(beside.code()).isEqualTo(Exit.NOT_CONFORMANT);
    }

    @Test
    void convertWritesItAsXmlOnly() throws IOException {
      assertThat(run("convert", "RECEIPT", "-o", "OUT.xml").code()).isZero();
      assertThat(out("out.xml")).hasSameBinaryContentAs(out("r.xml"));
      Run avro = run("convert", "RECEIPT", "-o", "OUT.avro");
      assertThat(avro.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(avro.err()).contains("MDX-E04");
      assertThat(out("out.avro")).doesNotExist();
    }

    @Test
    void digestIsThatOfItsBytes() {
      Run run = run("digest", "RECEIPT");
      assertThat(run.code()).isZero();
      assertThat(run.out()).contains("data e3b0c44298fc1c14");
    }

    @Test
    void showFindsNoRow() {
      Run run = run("show", "RECEIPT", "--record", "1");
      assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.err()).contains("no observation 1");
    }

    @Test
    void diffRefusesIt() {
      assertThat(run("diff", "RECEIPT", "RECEIPT").code()).isEqualTo(Exit.NOT_CONFORMANT);
      Run run = run("diff", "RECEIPT", GOOD);
      assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.err()).contains("receipt");
    }

    @Test
    void exportRefusesIt() {
      Run run = run("export", "RECEIPT", "--to", "sdmx-csv", "-o", "OUT.csv");
      assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.out()).contains("MDX-E04");
      assertThat(out("out.csv")).doesNotExist();
    }

    @Test
    void anOlderEditionDoesNotKnowIt() {
      Run run = run("validate", "RECEIPT", "--edition", "2026-11-01");
      assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.out()).contains("MDX-S17");
    }
  }

  @Nested
  @Tag("once")
  class Signed {
    @Test
    void packagesThereAndBack() throws IOException {
      SignedExchange keys = SignedExchange.in(folder);
      assertThat(keys.keygen("DEU", "EXAMPLE-MIN").code()).isZero();
      Path sent = keys.sign(GOOD);
      String trust = keys.trust().toString();
      Run unknown = answer(sent.toString());
      assertThat(unknown.code()).isEqualTo(Exit.USAGE);
      assertThat(unknown.err()).contains("--trust");
      Path back = out("r.asice");
      Run run =
          Run.midex(
              "receipt",
              sent.toString(),
              "-o",
              back.toString(),
              "--as",
              GERMANY,
              "--trust",
              trust,
              "--key",
              keys.trust().resolve("deu-example-min-sign-ecdsa-p256.p12").toString(),
              "--password-file",
              keys.password().toString());
      assertThat(run.code()).as(run.err()).isZero();
      Run check =
          Run.midex(
              "receipt", "--check", back.toString(), "--about", sent.toString(), "--trust", trust);
      assertThat(check.code()).as(check.out()).isZero();
      Run unsigned = answer(GOOD, "--trust", trust);
      assertThat(unsigned.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(receipt()).contains("MDX-P41");
      Path yaml = keys.trust().resolve("trust.yaml");
      Files.writeString(yaml, Files.readString(yaml).replace("lists: [ca.crl]", "lists: []"));
      assertThat(answer(sent.toString(), "--trust", trust).code()).isEqualTo(Exit.UNDECIDED);
      assertThat(receipt()).contains("MDX-E17");
    }

    @Test
    void aPackageOfSeveralMessages() throws IOException {
      SignedExchange keys = SignedExchange.in(folder);
      Path other =
          Files.writeString(
              out("other.xml"),
              Files.readString(Path.of(GOOD)).replace("f0001", "f0009").replace("418", "-8"));
      Path sent = keys.sign(GOOD, other.toString(), "--force");
      Run run = answer(sent.toString(), "--trust", keys.trust().toString());
      assertThat(run.code()).as(run.err()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(receipt()).contains("<Outcome>accepted</Outcome>");
      assertThat(Files.readString(out("r-2.xml"))).contains("<Outcome>rejected</Outcome>");
    }
  }
}
