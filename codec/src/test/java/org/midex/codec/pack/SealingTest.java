package org.midex.codec.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.midex.codec.pack.Exchange.BEFORE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.midex.model.signature.Fault;

/** What is sealed only its receivers open, and only as it was. */
@Tag("once")
class SealingTest {
  private static final byte[] CONTENT = "a package\n".repeat(20_000).getBytes(UTF_8);

  @TempDir Path folder;
  private TestAuthority authority = TestAuthority.create("AUTHORITY", BEFORE, 700);

  @BeforeEach
  void begin() {
    authority = TestAuthority.create("AUTHORITY", BEFORE, 700);
  }

  private KeyFiles.Held receiver(KeyKind kind) {
    TestAuthority.Issued issued = authority.issue("RECEIVER", kind, true, BEFORE, 600);
    return new KeyFiles.Held(issued.key(), List.of(issued.certificate()), null);
  }

  private static byte[] seal(KeyFiles.Held... receivers) throws IOException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (KeyFiles.Held receiver : receivers) {
      certificates.add(receiver.chain().get(0));
    }
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    new Sealing(certificates).seal(new ByteArrayInputStream(CONTENT), sealed);
    return sealed.toByteArray();
  }

  private static Optional<Fault> open(byte[] sealed, KeyFiles.Held key, ByteArrayOutputStream out)
      throws IOException {
    return new Opening(key).open(() -> new ByteArrayInputStream(sealed), out);
  }

  private static String ruleOf(byte[] sealed, KeyFiles.Held key) throws IOException {
    return open(sealed, key, new ByteArrayOutputStream()).map(Fault::rule).orElse("opened");
  }

  @ParameterizedTest
  @EnumSource(names = {"RSA_3072", "ECDSA_P256", "ML_KEM_768"})
  void aReceiverOpensIt(KeyKind kind) throws IOException {
    KeyFiles.Held receiver = receiver(kind);
    byte[] sealed = seal(receiver);
    assertThat(new String(sealed, UTF_8)).doesNotContain("a package");
    ByteArrayOutputStream opened = new ByteArrayOutputStream();
    assertThat(open(sealed, receiver, opened)).isEmpty();
    assertThat(opened.toByteArray()).isEqualTo(CONTENT);
  }

  @Test
  void eachOfSeveralReceiversOpensIt() throws IOException {
    KeyFiles.Held rsa = receiver(KeyKind.RSA_3072);
    KeyFiles.Held curve = receiver(KeyKind.ECDSA_P256);
    KeyFiles.Held kem = receiver(KeyKind.ML_KEM_768);
    byte[] sealed = seal(rsa, curve, kem);
    for (KeyFiles.Held receiver : List.of(rsa, curve, kem)) {
      ByteArrayOutputStream opened = new ByteArrayOutputStream();
      assertThat(open(sealed, receiver, opened)).isEmpty();
      assertThat(opened.toByteArray()).isEqualTo(CONTENT);
    }
    assertThat(ruleOf(sealed, receiver(KeyKind.RSA_3072))).isEqualTo("MDX-P60");
    assertThat(new Sealing(List.of(kem.chain().get(0))).weaknesses()).isEmpty();
    assertThat(new Sealing(List.of(kem.chain().get(0), rsa.chain().get(0))).weaknesses())
        .hasSize(1);
  }

  /** Wherever a bit is another or the end is missing, nothing counts as opened. */
  @ParameterizedTest
  @EnumSource(names = {"RSA_3072", "ECDSA_P256", "ML_KEM_768"})
  void flippedBitsAndMissingEnds(KeyKind kind) throws IOException {
    KeyFiles.Held receiver = receiver(kind);
    byte[] sealed = seal(receiver);
    Damage.Check isRefused =
        (damaged, how) -> assertThat(ruleOf(damaged, receiver)).as(how).startsWith("MDX-P6");
    new Damage(sealed, 8)
        .flip(35, 900, isRefused)
        .flip(35, sealed.length, isRefused)
        .cut(70, isRefused);
    assertThat(ruleOf(new byte[0], receiver)).isEqualTo("MDX-P62");
    assertThat(ruleOf(CONTENT, receiver)).isEqualTo("MDX-P62");
  }

  /** The cipher's proof does not cover what stands around the content. */
  @ParameterizedTest
  @EnumSource(names = {"RSA_3072", "ECDSA_P256", "ML_KEM_768"})
  void noByteIsFreeToChange(KeyKind kind) throws IOException {
    KeyFiles.Held receiver = receiver(kind);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Sealing(receiver.chain()).seal(new ByteArrayInputStream(new byte[20]), out);
    byte[] sealed = out.toByteArray();
    new Damage(sealed, sealed.length)
        .flipEach(
            (flipped, how) -> assertThat(ruleOf(flipped, receiver)).as(how).startsWith("MDX-P6"));
    assertThat(ruleOf(Arrays.copyOf(sealed, sealed.length + 1), receiver)).isEqualTo("MDX-P61");
  }

  /** A point has no unused bits: a file that says so would be another one for the same content. */
  @Test
  void aPointIsWrittenInOneWay() throws IOException {
    KeyFiles.Held receiver = receiver(KeyKind.ECDSA_P256);
    byte[] point = {0x03, 0x42, 0x00, 0x04};
    for (int i = 0; i < 12; i++) {
      byte[] sealed = seal(receiver);
      int at = 0;
      while (!Arrays.equals(sealed, at, at + point.length, point, 0, point.length)) {
        at++;
      }
      sealed[at + 2] = 1;
      assertThat(ruleOf(sealed, receiver)).isEqualTo("MDX-P61");
      sealed[at + 2] = 0;
      assertThat(ruleOf(sealed, receiver)).isEqualTo("opened");
    }
  }

  @Test
  void otherCiphersAreRefused()
      throws IOException, CMSException, java.security.GeneralSecurityException {
    KeyFiles.Held receiver = receiver(KeyKind.RSA_3072);
    for (ASN1ObjectIdentifier cipher : List.of(CMSAlgorithm.AES128_GCM, CMSAlgorithm.AES256_CCM)) {
      CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
      generator.addRecipientInfoGenerator(
          new JceKeyTransRecipientInfoGenerator(receiver.chain().get(0))
              .setProvider(Crypto.provider()));
      byte[] sealed =
          generator
              .generate(
                  new CMSProcessableByteArray(CONTENT),
                  (OutputAEADEncryptor)
                      new JceCMSContentEncryptorBuilder(cipher)
                          .setProvider(Crypto.provider())
                          .build())
              .getEncoded();
      assertThat(ruleOf(sealed, receiver)).isEqualTo("MDX-P62");
    }
  }

  @Test
  void nothingIsSealedForOtherKeys() {
    TestAuthority.Issued signer = authority.issue("SIGNER", KeyKind.ED25519, false, BEFORE, 600);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sealing(List.of(signer.certificate())));
    assertThatIllegalArgumentException().isThrownBy(() -> new Sealing(List.of()));
  }
}
