package org.midex.codec.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.midex.codec.pack.Exchange.ADDRESSING;
import static org.midex.codec.pack.Exchange.AUSTRIA;
import static org.midex.codec.pack.Exchange.GERMANY;
import static org.midex.codec.pack.Exchange.NOW;
import static org.midex.codec.pack.Exchange.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.midex.model.signature.Aspect;
import org.midex.model.signature.Outcome;
import org.midex.model.signature.SignatureReport;
import org.midex.model.signature.Verification;

/** What we sign we verify, and each aspect of it. */
class SigningTest {
  private static final byte[] CONTENT = "<Message/>\n".getBytes(UTF_8);

  @TempDir Path folder;
  private Exchange exchange;

  @BeforeEach
  void begin() {
    exchange = new Exchange(folder);
  }

  @ParameterizedTest
  @EnumSource(names = "ML_KEM_768", mode = EnumSource.Mode.EXCLUDE)
  void aPackageHolds(KeyKind kind) throws IOException {
    Path file = exchange.sign(CONTENT, exchange.signer(kind));
    Verification found = exchange.verify(file);
    assertThat(rules(found)).isEmpty();
    assertThat(found.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(found.files()).containsExactly("message.xml");
    assertThat(found.sender()).isEqualTo(AUSTRIA);
    assertThat(found.receivers()).containsExactly(GERMANY);
    SignatureReport signature = found.signatures().get(0);
    assertThat(signature.claimedTime()).isEqualTo(NOW);
    assertThat(signature.provenTime()).isNull();
    assertThat(signature.chain()).hasSize(2);
    assertThat(signature.verdicts().keySet()).containsExactlyInAnyOrder(Aspect.values());
    try (SeekableByteChannel channel = Files.newByteChannel(file);
        InputStream in = SignedPackage.open(channel).open("message.xml")) {
      assertThat(in.readAllBytes()).isEqualTo(CONTENT);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "ML_KEM_768", mode = EnumSource.Mode.EXCLUDE)
  void aDetachedSignatureHolds(KeyKind kind) throws IOException {
    Signing signing = new Signing(List.of(exchange.signer(kind)), NOW, null);
    byte[] signature = signing.signDetached(new ByteArrayInputStream(CONTENT));
    assertThat(verify(signature, CONTENT).outcome()).isEqualTo(Outcome.PASSED);
    byte[] other = CONTENT.clone();
    other[3] ^= 1;
    Verification changed = verify(signature, other);
    assertThat(changed.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(rules(changed)).containsExactly("MDX-P11");
    assertThat(changed.signatures().get(0).verdicts())
        .containsEntry(Aspect.CRYPTO, Outcome.FAILED)
        .containsEntry(Aspect.PATH, Outcome.PASSED);
  }

  private Verification verify(byte[] signature, byte[] content) throws IOException {
    return exchange
        .verifier()
        .verify(signature, new ByteArrayInputStream(content), "message.xml", ADDRESSING);
  }

  @Test
  void severalSignersOfAFile() throws IOException {
    Signing signing =
        new Signing(
            List.of(exchange.signer(KeyKind.ECDSA_P256), exchange.signer(KeyKind.RSA_3072)),
            NOW,
            null);
    byte[] signature = signing.signDetached(new ByteArrayInputStream(CONTENT));
    Verification found = verify(signature, CONTENT);
    assertThat(found.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(found.signatures()).hasSize(2);
  }

  @Test
  void aPostQuantumSignatureIsASecondFile() throws IOException {
    Path file =
        exchange.sign(
            CONTENT, exchange.signer(KeyKind.ECDSA_P256), exchange.signer(KeyKind.ML_DSA_65));
    Verification found = exchange.verify(file);
    assertThat(found.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(found.signatures())
        .extracting(SignatureReport::file)
        .containsExactly("META-INF/signature001.p7s", "META-INF/signature002.p7s");
  }

  @Test
  void severalFilesStoredOrDeflated() throws IOException {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      words.append("word ").append(i * 31 % 9_973).append('\n');
    }
    byte[] large = words.toString().getBytes(UTF_8);
    Signing signing = new Signing(List.of(exchange.signer(KeyKind.ECDSA_P256)), NOW, null);
    for (boolean compress : new boolean[] {false, true}) {
      Path file = folder.resolve("several.asice");
      try (SeekableByteChannel channel = Exchange.create(file)) {
        signing.write(
            channel,
            List.of(
                Exchange.payload("a.xml", CONTENT),
                new Payload(
                    "über/b.avro", "application/avro", -1, () -> new ByteArrayInputStream(large)),
                Exchange.payload("empty.csv", new byte[0])),
            ADDRESSING,
            compress);
      }
      Verification found = exchange.verify(file);
      assertThat(rules(found)).isEmpty();
      assertThat(found.outcome()).isEqualTo(Outcome.PASSED);
      assertThat(found.files()).containsExactly("a.xml", "über/b.avro", "empty.csv");
      assertThat(Files.size(file)).matches(size -> compress == size < large.length);
      try (SeekableByteChannel channel = Files.newByteChannel(file);
          InputStream in = SignedPackage.open(channel).open("über/b.avro")) {
        assertThat(in.readAllBytes()).isEqualTo(large);
      }
    }
  }

  @Test
  void theSameIsTheSamePackageButForTheSignature() throws IOException {
    SigningKey key = exchange.signer(KeyKind.RSA_3072);
    byte[] first = Files.readAllBytes(exchange.sign(CONTENT, key));
    assertThat(Files.readAllBytes(exchange.sign(CONTENT, key))).hasSameSizeAs(first);
  }

  @Test
  void keysWhoseSignaturesNobodyWouldBelieveAreNotFit() {
    SigningKey key = exchange.signer(KeyKind.ECDSA_P256, NOW, 10);
    for (int day : new int[] {-1, 11}) {
      Instant time = NOW.plus(day, ChronoUnit.DAYS);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Signing(List.of(key), time, null).requireFitKeys())
          .withMessageContaining("not on " + time);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Signing(List.of(key, exchange.authority.own()), NOW, null).requireFitKeys())
        .withMessageContaining("an authority's");
    new Signing(List.of(key), NOW, null).requireFitKeys();
  }

  @Test
  void namesThatMeanSomethingElseElsewhereAreRefused() {
    SigningKey key = exchange.signer(KeyKind.ECDSA_P256);
    for (String name :
        List.of("../x", "/x", "a\\b", "C:x", "META-INF/x", "mimetype", "a/", "nul")) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  new Signing(List.of(key), NOW, null)
                      .write(
                          Exchange.create(folder.resolve("x")),
                          List.of(Exchange.payload(name, CONTENT)),
                          ADDRESSING,
                          false));
    }
  }
}
