package org.midex.codec.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.midex.codec.pack.Exchange.ADDRESSING;
import static org.midex.codec.pack.Exchange.NOW;
import static org.midex.codec.pack.Exchange.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.midex.model.signature.Outcome;
import org.midex.model.signature.Verification;

/** What we sign openssl verifies, and the other way round. */
@Tag("once")
class OpensslTest {
  private static final byte[] CONTENT = "<Message>\r\n</Message>\n".getBytes(UTF_8);

  @TempDir Path folder;
  private Exchange exchange;

  @BeforeAll
  static void find() {
    boolean there;
    try {
      there = new ProcessBuilder("openssl", "version").start().waitFor() == 0;
    } catch (IOException e) {
      there = false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assumeTrue(there, "needs openssl");
  }

  @BeforeEach
  void begin() throws IOException {
    exchange = new Exchange(folder);
    Files.write(folder.resolve("content"), CONTENT);
  }

  /** Runs openssl in the folder; returns what it printed. */
  private String openssl(int exit, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    Path printed = folder.resolve("printed");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    String text = Files.readString(printed);
    assertThat(process.exitValue()).as(text).isEqualTo(exit);
    return text;
  }

  private void verifyWithOpenssl(int exit, String... more) throws IOException {
    String time = Long.toString(NOW.getEpochSecond());
    openssl(
        exit,
        Stream.concat(
                Stream.of(
                    "cms",
                    "-verify",
                    "-binary",
                    "-inform",
                    "DER",
                    "-in",
                    "signature.p7s",
                    "-content",
                    "content",
                    "-CAfile",
                    "ca.crt",
                    "-purpose",
                    "any",
                    "-attime",
                    time,
                    "-out",
                    "out"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource(names = {"ECDSA_P256", "ECDSA_P384", "RSA_3072"})
  void opensslVerifiesOurs(KeyKind kind) throws IOException {
    SigningKey key = exchange.signer(kind);
    byte[] signature =
        new Signing(List.of(key), NOW, null).signDetached(new ByteArrayInputStream(CONTENT));
    Files.write(folder.resolve("signature.p7s"), signature);
    verifyWithOpenssl(0);
    verifyWithOpenssl(0, "-cades");
    assertThat(folder.resolve("out")).hasBinaryContent(CONTENT);
    Files.writeString(folder.resolve("content"), "another");
    verifyWithOpenssl(4);
  }

  @Test
  void opensslVerifiesOurManifests() throws IOException {
    Path file = exchange.sign(CONTENT, exchange.signer(KeyKind.RSA_3072));
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      SignedPackage.Part part = SignedPackage.open(channel).parts().get(0);
      Files.write(folder.resolve("signature.p7s"), part.signature());
      Files.write(folder.resolve("content"), part.signed());
    }
    verifyWithOpenssl(0, "-cades");
  }

  private void writeKey(SigningKey key) throws IOException {
    exchange.pem("signer.crt", key.certificate());
    String text =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.key().getEncoded());
    try (OutputStream out = Files.newOutputStream(folder.resolve("signer.key"))) {
      out.write(
          ("-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n")
              .getBytes(UTF_8));
    }
  }

  /** What openssl signs now. */
  private Verification signedByOpenssl(SigningKey key, String... more) throws IOException {
    writeKey(key);
    openssl(
        0,
        Stream.concat(
                Stream.of(
                    "cms",
                    "-sign",
                    "-binary",
                    "-outform",
                    "DER",
                    "-in",
                    "content",
                    "-out",
                    "signature.p7s",
                    "-signer",
                    "signer.crt",
                    "-inkey",
                    "signer.key"),
                Stream.of(more))
            .toArray(String[]::new));
    Verifier verifier =
        new Verifier(
            exchange.trust(), Policy.standard(), java.time.Instant.now(), Exchange.GERMANY);
    return verifier.verify(
        Files.readAllBytes(folder.resolve("signature.p7s")),
        new ByteArrayInputStream(CONTENT),
        "content",
        ADDRESSING);
  }

  private SigningKey current(KeyKind kind) {
    java.time.Instant now = java.time.Instant.now();
    exchange.revoke(List.of(), now.minusSeconds(60), 2);
    return exchange.signer(kind, now.minusSeconds(3_600), 3);
  }

  @ParameterizedTest
  @CsvSource({
    "ECDSA_P256, -md sha256",
    "ECDSA_P256, -md sha512",
    "ECDSA_P384, -md sha384",
    "RSA_3072, -md sha256 -keyopt rsa_padding_mode:pss -keyopt rsa_mgf1_md:sha256",
    "RSA_3072, -md sha512 -keyopt rsa_padding_mode:pss -keyopt rsa_mgf1_md:sha512"
  })
  void weVerifyWhatOpensslSigns(KeyKind kind, String options) throws IOException {
    Verification found = signedByOpenssl(current(kind), ("-cades " + options).split(" "));
    assertThat(rules(found)).isEmpty();
    assertThat(found.outcome()).isEqualTo(Outcome.PASSED);
  }

  @ParameterizedTest
  @CsvSource({
    "ECDSA_P256, -md sha256, MDX-P13", // no signing certificate
    "ECDSA_P256, -noattr, MDX-P13",
    "ECDSA_P256, -cades -nocerts, MDX-P11",
    "ECDSA_P256, -cades -md sha1, MDX-P40",
    "RSA_3072, -cades -md sha256, MDX-P40" // PKCS #1 v1.5
  })
  void weRefuseWhatTheStandardDoesNotAllow(KeyKind kind, String options, String rule)
      throws IOException {
    Verification found = signedByOpenssl(current(kind), options.split(" "));
    assertThat(rules(found)).contains(rule);
    assertThat(found.outcome()).isEqualTo(Outcome.FAILED);
  }

  private KeyFiles.Held receiver(KeyKind kind) throws IOException {
    TestAuthority.Issued issued =
        exchange.authority.issue("RECEIVER", kind, true, Exchange.BEFORE, 600);
    writeKey(new SigningKey(issued.key(), List.of(issued.certificate()), null));
    return new KeyFiles.Held(issued.key(), List.of(issued.certificate()), null);
  }

  @ParameterizedTest
  @EnumSource(names = {"RSA_3072", "ECDSA_P256"})
  void opensslOpensWhatWeSeal(KeyKind kind) throws IOException {
    KeyFiles.Held receiver = receiver(kind);
    try (OutputStream out = Files.newOutputStream(folder.resolve("sealed.p7m"))) {
      new Sealing(List.of(receiver.chain().get(0))).seal(new ByteArrayInputStream(CONTENT), out);
    }
    openssl(
        0,
        "cms",
        "-decrypt",
        "-binary",
        "-inform",
        "DER",
        "-in",
        "sealed.p7m",
        "-recip",
        "signer.crt",
        "-inkey",
        "signer.key",
        "-out",
        "opened");
    assertThat(folder.resolve("opened")).hasBinaryContent(CONTENT);
  }

  @ParameterizedTest
  @CsvSource({
    "RSA_3072, -keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256",
    "ECDSA_P256, -keyopt ecdh_kdf_md:sha256 -aes256-wrap"
  })
  void weOpenWhatOpensslSeals(KeyKind kind, String options) throws IOException {
    KeyFiles.Held receiver = receiver(kind);
    List<String> command =
        new ArrayList<>(
            List.of(
                "cms",
                "-encrypt",
                "-binary",
                "-outform",
                "DER",
                "-in",
                "content",
                "-out",
                "sealed.p7m",
                "-aes-256-gcm",
                "-recip",
                "signer.crt"));
    command.addAll(List.of(options.split(" ")));
    openssl(0, command.toArray(new String[0]));
    Path sealed = folder.resolve("sealed.p7m");
    try (OutputStream out = Files.newOutputStream(folder.resolve("opened"))) {
      assertThat(new Opening(receiver).open(() -> Files.newInputStream(sealed), out)).isEmpty();
    }
    assertThat(folder.resolve("opened")).hasBinaryContent(CONTENT);
  }
}
