package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** keygen, sign and verify, as ministries use them. */
@Tag("once")
class SignedFilesTest {
  private static final String GOOD = "../examples/refugees.xml"; // AUT EXAMPLE-STATS to DEU
  private static final String DAMAGED = "../examples/asylum-damaged.xml";

  @TempDir private Path folder;
  private Path trust = Path.of("");
  private Path key = Path.of("");
  private Path password = Path.of("");

  @BeforeEach
  void makeKeys() throws IOException {
    trust = folder.resolve("trust");
    key = trust.resolve("aut-example-stats-sign-ecdsa-p256.p12");
    password = Files.writeString(folder.resolve("pw"), "secret\n");
    assertThat(keygen("AUT", "EXAMPLE-STATS").code()).isZero();
  }

  private Run keygen(String area, String authority) {
    return Run.midex(
        "keygen",
        "-o",
        trust.toString(),
        "--area",
        area,
        "--authority",
        authority,
        "--password-file",
        password.toString());
  }

  private Path sign(String... more) {
    Path file = folder.resolve("package.asice");
    Run run = signed(file, more);
    assertThat(run.code()).as(run.err()).isZero();
    return file;
  }

  private Run signed(Path file, String... more) {
    String[] all = new String[more.length + 7];
    System.arraycopy(
        new String[] {
          "sign",
          "-o",
          file.toString(),
          "--key",
          key.toString(),
          "--password-file",
          password.toString()
        },
        0,
        all,
        0,
        7);
    System.arraycopy(more, 0, all, 7, more.length);
    return Run.midex(all);
  }

  private Run verify(Path file, String... more) {
    String[] all = new String[more.length + 4];
    System.arraycopy(
        new String[] {"verify", file.toString(), "--trust", trust.toString()}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    return Run.midex(all);
  }

  @Test
  void aPackageThatItsReceiverBelieves() {
    Run run = verify(sign(GOOD), "--receiver", "DEU:EXAMPLE-MIN");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out())
        .startsWith("TOTAL_PASSED")
        .contains("AUT EXAMPLE-STATS to DEU EXAMPLE-MIN", "refugees.xml", "TEST AUT");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void oneThatIsMeantForOthers() {
    Run run = verify(sign(GOOD), "--receiver", "FRA:OTHER", "--lang", "fr");
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(run.out()).startsWith("FAILED").contains("MDX-P51", "FRA OTHER");
  }

  @Test
  void withoutARevocationListNothingIsDecidedUnlessThePolicySaysSo() throws IOException {
    Path file = sign(GOOD);
    Path yaml = trust.resolve("trust.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("lists: [ca.crl]", "lists: []"));
    Run run = verify(file);
    assertThat(run.code()).isEqualTo(Exit.UNDECIDED);
    assertThat(run.out()).startsWith("INDETERMINATE").contains("MDX-P31");
    Path policy = Files.writeString(folder.resolve("policy.yaml"), "revocation: false\n");
    assertThat(verify(file, "--policy", policy.toString()).code()).isZero();
    Path lists = Files.createDirectory(folder.resolve("lists"));
    Files.copy(trust.resolve("ca.crl"), lists.resolve("ca.crl"));
    assertThat(verify(file, "--crl", lists.toString()).code()).isZero();
  }

  @Test
  void aFaultyMessageIsNotSigned() {
    Path file = folder.resolve("faulty.asice");
    Run run = signed(file, DAMAGED);
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(run.err()).contains("midex validate " + DAMAGED);
    assertThat(file).doesNotExist();
    assertThat(signed(file, DAMAGED, "--force").code()).isZero();
    assertThat(file).exists();
  }

  @Test
  void aSignatureBesideAFile() throws IOException {
    Path file = Files.copy(Path.of(GOOD), folder.resolve("refugees.xml"));
    Run run =
        Run.midex(
            "sign",
            file.toString(),
            "--detached",
            "--key",
            key.toString(),
            "--password-file",
            password.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(verify(file).code()).isZero();
    Files.writeString(file, Files.readString(file) + "\n");
    Run changed = verify(file);
    assertThat(changed.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(changed.out()).contains("MDX-P11");
    Files.delete(folder.resolve("refugees.xml.p7s"));
    Run unsigned = verify(file);
    assertThat(unsigned.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(unsigned.out()).contains("MDX-P41");
  }

  @Test
  void severalKeysAndKinds() throws IOException {
    Run more =
        Run.midex(
            "keygen",
            "-o",
            trust.toString(),
            "--area",
            "AUT",
            "--authority",
            "EXAMPLE-STATS",
            "--password-file",
            password.toString(),
            "--kind",
            "ML-DSA-65");
    assertThat(more.code()).as(more.err()).isZero();
    Path quantum = trust.resolve("aut-example-stats-sign-ml-dsa-65.p12");
    Path file = sign(GOOD, "--key", quantum.toString());
    Path policy = Files.writeString(folder.resolve("policy.yaml"), "post-quantum: true\n");
    Run both = verify(file, "--policy", policy.toString(), "--format", "json");
    assertThat(both.code()).as(both.out()).isZero();
    assertThat(both.out()).contains("signature002.p7s", "\"ML-DSA-65\"", "TOTAL_PASSED");
    Run one = verify(sign(GOOD), "--policy", policy.toString());
    assertThat(one.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(one.out()).contains("MDX-P42");
  }

  @Test
  void keysAreForTheirOwnerOnlyAndAreNotOverwritten() throws IOException {
    if (Files.getFileStore(key).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(key)).hasSize(2);
    }
    byte[] before = Files.readAllBytes(key);
    assertThat(keygen("AUT", "EXAMPLE-STATS").code()).isEqualTo(Exit.FAILED);
    assertThat(key).hasBinaryContent(before);
    assertThat(keygen("DEU", "EXAMPLE-MIN").code()).isZero();
  }

  @Test
  void mistakesOfTheCommandLine() throws IOException {
    Path file = sign(GOOD);
    assertThat(verify(file, "--at", "yesterday").code()).isEqualTo(Exit.USAGE);
    assertThat(verify(file, "--receiver", "DEU").code()).isEqualTo(Exit.USAGE);
    assertThat(signed(file, GOOD, "--detached").code()).isEqualTo(Exit.USAGE);
    Path wrong = Files.writeString(folder.resolve("wrong"), "guess\n");
    Run run =
        Run.midex(
            "sign",
            GOOD,
            "-o",
            file.toString(),
            "--key",
            key.toString(),
            "--password-file",
            wrong.toString());
    assertThat(run.code()).isEqualTo(Exit.FAILED);
    Run variable =
        Run.with(
            Map.of("PASSWORD", "secret"),
            "sign",
            GOOD,
            "-o",
            file.toString(),
            "--key",
            key.toString(),
            "--password-env",
            "PASSWORD");
    assertThat(variable.code()).as(variable.err()).isZero();
    Files.writeString(trust.resolve("trust.yaml"), "authoritys: [ca.crt]\n");
    Run faulty = verify(file);
    assertThat(faulty.code()).isEqualTo(Exit.USAGE);
    assertThat(faulty.err()).contains("trust.yaml", "authoritys");
    Files.delete(trust.resolve("trust.yaml"));
    assertThat(verify(file).code()).isEqualTo(Exit.FAILED);
  }

  @Test
  void whatIsDamagedOnTheWay() throws IOException {
    Path file = sign(GOOD);
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(
        file, bytes.replace("EXAMPLE-MIN", "EXAMPLE-MAX"), StandardCharsets.ISO_8859_1);
    Run run = verify(file);
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(run.out()).startsWith("FAILED").contains("MDX-P04");
  }
}
