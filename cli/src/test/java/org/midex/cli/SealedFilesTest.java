package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.cli.SignedExchange.DAMAGED;
import static org.midex.cli.SignedExchange.GOOD;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** seal and open, as ministries use them. */
@Tag("once")
class SealedFilesTest {
  private static final String RECEIVER = "deu-example-min-seal-ecdsa-p256";

  @TempDir private Path folder;
  private SignedExchange keys = new SignedExchange(Path.of(""));

  @BeforeEach
  void makeKeys() throws IOException {
    keys = SignedExchange.in(folder);
    assertThat(keys.keygen("DEU", "EXAMPLE-MIN").code()).isZero();
  }

  private Run seal(Path file, Path sealed, String receiver, String... more) {
    return SignedExchange.run(
        more,
        "seal",
        file.toString(),
        "-o",
        sealed.toString(),
        "--trust",
        keys.trust().toString(),
        "--to",
        keys.trust().resolve(receiver + ".crt").toString());
  }

  private Path sealed(Path file, String receiver) {
    Path sealed = folder.resolve("sealed.p7m");
    Run run = seal(file, sealed, receiver);
    assertThat(run.code()).as(run.err()).isZero();
    return sealed;
  }

  private Run open(Path sealed, Path opened, String receiver, String... more) {
    return SignedExchange.run(
        more,
        "open",
        sealed.toString(),
        "-o",
        opened.toString(),
        "--key",
        keys.trust().resolve(receiver + ".p12").toString(),
        "--password-file",
        keys.password().toString());
  }

  private Run openBelieving(Path sealed, Path opened, String receiver, String... more) {
    String[] all =
        Stream.concat(
                Stream.of("--trust", keys.trust().toString(), "--receiver", "DEU:EXAMPLE-MIN"),
                Stream.of(more))
            .toArray(String[]::new);
    return open(sealed, opened, receiver, all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecdsa-p256", "rsa-3072", "ml-kem-768"})
  void whatIsSealedItsReceiverOpensAndBelieves(String kind) throws IOException {
    if (!kind.equals("ecdsa-p256")) {
      assertThat(keys.keygen("DEU", "EXAMPLE-MIN", "--kind", kind).code()).isZero();
    }
    String receiver = "deu-example-min-seal-" + kind;
    Path file = keys.sign(GOOD);
    Path sealed = folder.resolve("sealed.p7m");
    Run run = seal(file, sealed, receiver);
    assertThat(run.code()).as(run.err()).isZero();
    if (kind.equals("ml-kem-768")) {
      assertThat(run.err()).isEmpty();
    } else {
      assertThat(run.err()).contains("MDX-P63");
    }
    Path opened = folder.resolve("opened.asice");
    Run open = openBelieving(sealed, opened, receiver);
    assertThat(open.code()).as(open.err()).isZero();
    assertThat(open.err()).isEmpty();
    assertThat(opened).hasSameBinaryContentAs(file);
    if (Files.getFileStore(opened).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(opened)).hasSize(2);
    }
  }

  @Test
  void nobodyElseOpensIt() throws IOException {
    assertThat(keys.keygen("FRA", "OTHER").code()).isZero();
    Path opened = folder.resolve("opened.asice");
    Run run =
        openBelieving(
            sealed(keys.sign(GOOD), RECEIVER), opened, "fra-other-seal-ecdsa-p256", "--lang", "fr");
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(run.err()).contains("MDX-P60");
    assertNothingIsLeft(opened);
  }

  /** Refusal before secrecy. */
  @Test
  void nothingIsSealedForOthersThanTheMessageNames() throws IOException {
    assertThat(keys.keygen("FRA", "OTHER").code()).isZero();
    Path file = keys.sign(GOOD);
    Path sealed = folder.resolve("sealed.p7m");
    Run other = seal(file, sealed, "fra-other-seal-ecdsa-p256");
    assertThat(other.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(other.err()).contains("MDX-P65", "FRA OTHER", "DEU EXAMPLE-MIN");
    assertThat(seal(Path.of(GOOD), sealed, "fra-other-seal-ecdsa-p256").err()).contains("MDX-P65");
    Path yaml = keys.trust().resolve("trust.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("[" + RECEIVER + ".crt]", "[]"));
    Run unknown = seal(file, sealed, RECEIVER);
    assertThat(unknown.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(unknown.err()).contains("MDX-P64");
    assertThat(seal(file, sealed, RECEIVER, "--force").code())
        .as("force is about findings, not about who may read")
        .isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(sealed).doesNotExist();
  }

  @Test
  void aFaultyMessageIsNotSealed() {
    Path sealed = folder.resolve("sealed.p7m");
    Run run = seal(keys.sign(DAMAGED, "--force"), sealed, RECEIVER);
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(run.err()).contains("asylum-damaged.xml");
    assertThat(sealed).doesNotExist();
  }

  @Test
  void withoutATrustFolderOnlyByForce() {
    Path sealed = folder.resolve("sealed.p7m");
    String certificate = keys.trust().resolve(RECEIVER + ".crt").toString();
    String[] plain = {"seal", GOOD, "-o", sealed.toString(), "--to", certificate};
    assertThat(Run.midex(plain).code()).isEqualTo(Exit.USAGE);
    assertThat(SignedExchange.run(new String[] {"--force"}, plain).code()).isZero();
    Path opened = folder.resolve("opened.xml");
    Run unsigned = openBelieving(sealed, opened, RECEIVER);
    assertThat(unsigned.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(unsigned.err()).contains("MDX-P41");
    assertNothingIsLeft(opened);
    assertThat(open(sealed, opened, RECEIVER).code()).isEqualTo(Exit.USAGE);
    assertThat(open(sealed, opened, RECEIVER, "--unverified").code()).isZero();
    assertThat(opened).hasSameTextualContentAs(Path.of(GOOD));
  }

  @Test
  void whatIsNotBelievedIsNotKept() throws IOException {
    Path sealed = sealed(keys.sign(GOOD), RECEIVER);
    Path opened = folder.resolve("opened.asice");
    Run others = openBelieving(sealed, opened, RECEIVER, "--receiver", "FRA:OTHER");
    assertThat(others.code()).isIn(Exit.NOT_CONFORMANT, Exit.USAGE);
    assertNothingIsLeft(opened);
    Path yaml = keys.trust().resolve("trust.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("lists: [ca.crl]", "lists: []"));
    Run undecided = openBelieving(sealed, opened, RECEIVER);
    assertThat(undecided.code()).isEqualTo(Exit.UNDECIDED);
    assertThat(undecided.err()).contains("INDETERMINATE", "MDX-P31");
    assertNothingIsLeft(opened);
  }

  @Test
  void oneChangedBitAnywhereLeavesNothing() throws IOException {
    byte[] whole = Files.readAllBytes(sealed(keys.sign(GOOD), RECEIVER));
    Random random = new Random(6);
    Path opened = folder.resolve("opened.asice");
    Path changed = folder.resolve("changed.p7m");
    for (int i = 0; i < 40; i++) {
      byte[] bytes = whole.clone();
      int at = i == 0 ? bytes.length - 1 : random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(changed, bytes);
      Run run = openBelieving(changed, opened, RECEIVER);
      assertThat(run.code()).as("byte " + at).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.err()).contains("MDX-P6");
      assertNothingIsLeft(opened);
    }
  }

  @Test
  void whatIsNoCertificateOrAnAuthoritys() throws IOException {
    Path sealed = folder.resolve("sealed.p7m");
    Path file = keys.sign(GOOD);
    byte[] certificate = Files.readAllBytes(keys.trust().resolve("ca.crt"));
    Files.write(keys.trust().resolve("broken.crt"), new byte[] {1, 2, 3});
    assertThat(seal(file, sealed, "broken").code()).isEqualTo(Exit.FAILED);
    Files.write(keys.trust().resolve("broken.crt"), certificate);
    Run authority = seal(file, sealed, "broken");
    assertThat(authority.code()).isEqualTo(Exit.USAGE);
    assertThat(authority.err()).contains("not one to seal for");
    assertThat(sealed).doesNotExist();
  }

  @Test
  void whoeverStopsItFindsNothingLeft() throws IOException, InterruptedException {
    Path large = folder.resolve("large.bin");
    try (OutputStream out = Files.newOutputStream(large)) {
      byte[] some = new byte[1 << 20];
      for (int i = 0; i < 150; i++) {
        out.write(some);
      }
    }
    Path sealed = sealed(keys.sign(GOOD, large.toString()), RECEIVER);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "open",
                sealed.toString(),
                "-o",
                folder.resolve("opened.asice").toString(),
                "--unverified",
                "--key",
                keys.trust().resolve(RECEIVER + ".p12").toString(),
                "--password-file",
                keys.password().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("printed").toFile())
            .start();
    while (process.isAlive() && parts() == 0) {
      Thread.sleep(2);
    }
    process.destroy();
    assertThat(process.waitFor()).as("it was stopped in the middle").isNotZero();
    assertThat(parts()).isZero();
    assertNothingIsLeft(folder.resolve("opened.asice"));
  }

  private long parts() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".part")).count();
    }
  }

  private void assertNothingIsLeft(Path opened) {
    assertThat(opened).doesNotExist();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(file -> String.valueOf(file.getFileName())))
          .noneMatch(name -> name.contains("opened"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
