package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.cli.SignedExchange.DAMAGED;
import static org.midex.cli.SignedExchange.GOOD;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** keygen, sign and verify, as ministries use them. */
@Tag("once")
class SignedFilesTest {
  @TempDir private Path folder;
  private SignedExchange keys = new SignedExchange(Path.of(""));

  @BeforeEach
  void makeKeys() throws IOException {
    keys = SignedExchange.in(folder);
  }

  @Test
  void aPackageThatItsReceiverBelieves() {
    Run run = keys.verify(keys.sign(GOOD), "--receiver", "DEU:EXAMPLE-MIN");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out())
        .startsWith("TOTAL_PASSED")
        .contains("AUT EXAMPLE-STATS to DEU EXAMPLE-MIN", "refugees.xml", "TEST AUT");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void oneThatIsMeantForOthers() {
    Run run = keys.verify(keys.sign(GOOD), "--receiver", "FRA:OTHER", "--lang", "fr");
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(run.out()).startsWith("FAILED").contains("MDX-P51", "FRA OTHER");
  }

  @Test
  void withoutARevocationListNothingIsDecidedUnlessThePolicySaysSo() throws IOException {
    Path file = keys.sign(GOOD);
    Path yaml = keys.trust().resolve("trust.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("lists: [ca.crl]", "lists: []"));
    Run run = keys.verify(file);
    assertThat(run.code()).isEqualTo(Exit.UNDECIDED);
    assertThat(run.out()).startsWith("INDETERMINATE").contains("MDX-P31");
    Path policy = Files.writeString(folder.resolve("policy.yaml"), "revocation: false\n");
    assertThat(keys.verify(file, "--policy", policy.toString()).code()).isZero();
    Path lists = Files.createDirectory(folder.resolve("lists"));
    Files.copy(keys.trust().resolve("ca.crl"), lists.resolve("ca.crl"));
    assertThat(keys.verify(file, "--crl", lists.toString()).code()).isZero();
  }

  @Test
  void aFaultyMessageIsNotSigned() {
    Path file = folder.resolve("faulty.asice");
    Run run = keys.signed(file, DAMAGED);
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(run.err()).contains("midex validate " + DAMAGED);
    assertThat(file).doesNotExist();
    assertThat(keys.signed(file, DAMAGED, "--force").code()).isZero();
    assertThat(file).exists();
  }

  @Test
  void messagesForTheSameReceiversInAnyOrder() throws IOException {
    String good = Files.readString(Path.of(GOOD));
    String receiver = good.substring(good.indexOf("<Receiver>"), good.indexOf("<Coverage>"));
    String other = receiver.replace("DEU", "FRA");
    assertThat(other).isNotEqualTo(receiver);
    Path one = folder.resolve("one.xml");
    Path two = folder.resolve("two.xml");
    Files.writeString(one, good.replace(receiver, receiver + other));
    Files.writeString(two, good.replace(receiver, other + receiver));
    Run run = keys.verify(keys.sign(one.toString(), two.toString()));
    assertThat(run.code()).as(run.out()).isZero();
    Files.writeString(two, good.replace(receiver, other));
    Run refused = keys.signed(folder.resolve("x.asice"), one.toString(), two.toString());
    assertThat(refused.code()).isEqualTo(Exit.USAGE);
    assertThat(refused.err()).contains("two.xml has another sender or other receivers");
  }

  @Test
  void aSignatureBesideAFile() throws IOException {
    Path file = Files.copy(Path.of(GOOD), folder.resolve("refugees.xml"));
    Run run = keys.signBeside(file);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(keys.verify(file).code()).isZero();
    Files.writeString(file, Files.readString(file) + "\n");
    Run changed = keys.verify(file);
    assertThat(changed.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(changed.out()).contains("MDX-P11");
    Files.delete(folder.resolve("refugees.xml.p7s"));
    Run unsigned = keys.verify(file);
    assertThat(unsigned.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(unsigned.out()).contains("MDX-P41");
  }

  @Test
  void severalKeysAndKinds() throws IOException {
    Run more = keys.keygen("AUT", "EXAMPLE-STATS", "--kind", "ML-DSA-65");
    assertThat(more.code()).as(more.err()).isZero();
    Path quantum = keys.trust().resolve("aut-example-stats-sign-ml-dsa-65.p12");
    Path file = keys.sign(GOOD, "--key", quantum.toString());
    Path policy = Files.writeString(folder.resolve("policy.yaml"), "post-quantum: true\n");
    Run both = keys.verify(file, "--policy", policy.toString(), "--format", "json");
    assertThat(both.code()).as(both.out()).isZero();
    assertThat(both.out()).contains("signature002.p7s", "\"ML-DSA-65\"", "TOTAL_PASSED");
    Run one = keys.verify(keys.sign(GOOD), "--policy", policy.toString());
    assertThat(one.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(one.out()).contains("MDX-P42");
  }

  @Test
  void keysAreForTheirOwnerOnlyAndAreNotOverwritten() throws IOException {
    Path key = keys.key();
    if (Files.getFileStore(key).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(key)).hasSize(2);
    }
    byte[] before = Files.readAllBytes(key);
    assertThat(keys.keygen("AUT", "EXAMPLE-STATS").code()).isEqualTo(Exit.FAILED);
    assertThat(key).hasBinaryContent(before);
    assertThat(keys.keygen("DEU", "EXAMPLE-MIN").code()).isZero();
  }

  @Test
  void mistakesOfTheCommandLine() throws IOException {
    Path file = keys.sign(GOOD);
    assertThat(keys.verify(file, "--at", "yesterday").code()).isEqualTo(Exit.USAGE);
    assertThat(keys.verify(file, "--receiver", "DEU").code()).isEqualTo(Exit.USAGE);
    assertThat(keys.signed(file, GOOD, "--detached").code()).isEqualTo(Exit.USAGE);
    String[] sign = {"sign", GOOD, "-o", file.toString(), "--key", keys.key().toString()};
    Path wrong = Files.writeString(folder.resolve("wrong"), "guess\n");
    Run run = SignedExchange.run(new String[] {"--password-file", wrong.toString()}, sign);
    assertThat(run.code()).isEqualTo(Exit.FAILED);
    assertThat(run.err()).contains(keys.key().toString(), "password is wrong");
    Run variable =
        Run.with(
            Map.of("PASSWORD", "secret"),
            Stream.concat(Stream.of(sign), Stream.of("--password-env", "PASSWORD"))
                .toArray(String[]::new));
    assertThat(variable.code()).as(variable.err()).isZero();
    Files.writeString(keys.trust().resolve("trust.yaml"), "authoritys: [ca.crt]\n");
    Run faulty = keys.verify(file);
    assertThat(faulty.code()).isEqualTo(Exit.USAGE);
    assertThat(faulty.err()).contains("trust.yaml", "authoritys");
    Files.delete(keys.trust().resolve("trust.yaml"));
    assertThat(keys.verify(file).code()).isEqualTo(Exit.FAILED);
  }

  /** Nobody would believe such a signature. */
  @Test
  void aKeyForAnotherUseDoesNotSign() {
    Path file = folder.resolve("package.asice");
    Path sealing = keys.trust().resolve("aut-example-stats-seal-ecdsa-p256.p12");
    Run run = keys.signed(file, GOOD, "--key", sealing.toString());
    assertThat(run.code()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).contains("not one to sign with");
    assertThat(file).doesNotExist();
  }

  @Test
  void whatIsReadIsNotOverwrittenAndAFolderIsNoFile() throws IOException {
    Path file = Files.copy(Path.of(GOOD), folder.resolve("refugees.xml"));
    Run same = keys.signed(file, file.toString());
    assertThat(same.code()).isEqualTo(Exit.USAGE);
    assertThat(file).hasSameTextualContentAs(Path.of(GOOD));
    assertThat(keys.signed(Path.of("-"), GOOD).code()).isEqualTo(Exit.USAGE);
    assertThat(keys.signed(folder.resolve("a.asice"), folder.toString()).err())
        .contains("is a folder");
    assertThat(keys.signed(keys.trust(), GOOD).err()).contains("is a folder");
    assertThat(keys.verify(keys.trust()).err()).contains("is a folder");
  }

  @Test
  void whatIsDamagedOnTheWay() throws IOException {
    Path file = keys.sign(GOOD);
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(
        file, bytes.replace("EXAMPLE-MIN", "EXAMPLE-MAX"), StandardCharsets.ISO_8859_1);
    Run run = keys.verify(file);
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(run.out()).startsWith("FAILED").contains("MDX-P04");
  }
}
