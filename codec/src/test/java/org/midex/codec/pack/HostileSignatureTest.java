package org.midex.codec.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.codec.pack.Exchange.ADDRESSING;
import static org.midex.codec.pack.Exchange.BEFORE;
import static org.midex.codec.pack.Exchange.GERMANY;
import static org.midex.codec.pack.Exchange.NOW;
import static org.midex.codec.pack.Exchange.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midex.model.signature.Aspect;
import org.midex.model.signature.Outcome;
import org.midex.model.signature.SignatureReport;
import org.midex.model.signature.Verification;

/** Signatures made to deceive, and certificates that no longer hold. */
@Tag("once")
class HostileSignatureTest {
  private static final byte[] CONTENT = "<Message/>\n".getBytes(UTF_8);

  @TempDir Path folder;
  private Exchange exchange;

  @BeforeEach
  void begin() {
    exchange = new Exchange(folder);
  }

  private Verification verify(byte[] signature) throws IOException {
    return verify(signature, exchange.verifier());
  }

  private static Verification verify(byte[] signature, Verifier verifier) throws IOException {
    return verifier.verify(signature, new ByteArrayInputStream(CONTENT), "message.xml", ADDRESSING);
  }

  private static byte[] sign(SigningKey key) throws IOException {
    return new Signing(List.of(key), NOW, null).signDetached(new ByteArrayInputStream(CONTENT));
  }

  private static void assertBroken(
      Verification found, Aspect aspect, Outcome outcome, String rule) {
    SignatureReport signature = found.signatures().get(0);
    assertThat(signature.verdicts()).containsEntry(aspect, outcome);
    assertThat(rules(found)).contains(rule);
    assertThat(found.outcome()).isNotEqualTo(Outcome.PASSED);
  }

  private X509v3CertificateBuilder certificate(KeyPair pair) {
    X509Certificate issuer = exchange.authority.own().certificate();
    return new X509v3CertificateBuilder(
        X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()),
        java.math.BigInteger.TEN,
        Date.from(BEFORE),
        Date.from(NOW.plus(Duration.ofDays(90))),
        new X500Name("CN=WEAK"),
        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
  }

  private X509Certificate issued(X509v3CertificateBuilder builder)
      throws GeneralSecurityException, OperatorCreationException {
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA")
                    .build(exchange.authority.own().key())));
  }

  /** A signature as BC makes it of whatever it is given. */
  private byte[] signedBy(KeyPair pair, String algorithm, boolean attributes)
      throws GeneralSecurityException, OperatorCreationException, CMSException, IOException {
    X509Certificate certificate = issued(certificate(pair));
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    JcaSignerInfoGeneratorBuilder builder =
        new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
    builder.setDirectSignature(!attributes);
    generator.addSignerInfoGenerator(
        builder.build(
            new JcaContentSignerBuilder(algorithm).build(pair.getPrivate()), certificate));
    generator.addCertificates(new JcaCertStore(List.of(certificate)));
    return generator.generate(new CMSProcessableByteArray(CONTENT), false).getEncoded();
  }

  private static KeyPair rsa(int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  @Test
  void sha1()
      throws GeneralSecurityException, OperatorCreationException, CMSException, IOException {
    Verification found = verify(signedBy(KeyKind.ECDSA_P256.generate(), "SHA1withECDSA", true));
    assertThat(rules(found)).contains("MDX-P40");
    assertThat(found.outcome()).isEqualTo(Outcome.FAILED);
  }

  @ParameterizedTest
  @CsvSource({"1024", "2048"})
  void shortRsa(int bits)
      throws GeneralSecurityException, OperatorCreationException, CMSException, IOException {
    SigningKey known = exchange.signer(KeyKind.RSA_3072);
    byte[] good = sign(known);
    assertThat(verify(good).outcome()).isEqualTo(Outcome.PASSED);
    Verification found = verify(signedBy(rsa(bits), "SHA256withRSA", true));
    assertThat(found.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(rules(found)).containsAnyOf("MDX-P13", "MDX-P40");
    assertThat(Algorithm.of(rsa(bits).getPublic())).isEmpty();
  }

  @Test
  void noSignedAttributes()
      throws GeneralSecurityException, OperatorCreationException, CMSException, IOException {
    byte[] direct = signedBy(KeyKind.ECDSA_P256.generate(), "SHA256withECDSA", false);
    assertBroken(verify(direct), Aspect.CRYPTO, Outcome.FAILED, "MDX-P13");
  }

  private static byte[] withSigner(byte[] signature, SignerInfo signer) throws IOException {
    SignedData data = SignedData.getInstance(ContentInfo.getInstance(signature).getContent());
    return with(data, signer == null ? new DERSet() : new DERSet(signer));
  }

  private static byte[] with(SignedData data, DERSet signers) throws IOException {
    SignedData changed =
        new SignedData(
            data.getDigestAlgorithms(),
            data.getEncapContentInfo(),
            data.getCertificates(),
            data.getCRLs(),
            signers);
    return new ContentInfo(CMSObjectIdentifiers.signedData, changed).getEncoded();
  }

  private static SignerInfo signerOf(byte[] signature) {
    SignedData data = SignedData.getInstance(ContentInfo.getInstance(signature).getContent());
    return SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
  }

  @Test
  void noSigner() throws IOException {
    byte[] signature = sign(exchange.signer(KeyKind.ECDSA_P256));
    SignedData data = SignedData.getInstance(ContentInfo.getInstance(signature).getContent());
    Verification found = verify(with(data, new DERSet()));
    assertThat(rules(found)).containsExactly("MDX-P12");
    assertThat(found.outcome()).isEqualTo(Outcome.FAILED);
  }

  /** Algorithms that are named are those that were signed, and those of the key. */
  @Test
  void algorithmsThatWereExchanged() throws IOException {
    byte[] signature = sign(exchange.signer(KeyKind.ECDSA_P384));
    SignerInfo good = signerOf(signature);
    for (AlgorithmIdentifier named :
        List.of(
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256),
            Algorithm.ED25519.identifier(),
            Algorithm.RSA_PSS.identifier())) {
      assertBroken(
          verify(withSigner(signature, with(good, good.getDigestAlgorithm(), named))),
          Aspect.CRYPTO,
          Outcome.FAILED,
          "MDX-P14");
    }
    AlgorithmIdentifier sha1 = new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1);
    Verification digest =
        verify(withSigner(signature, with(good, sha1, good.getDigestEncryptionAlgorithm())));
    assertBroken(digest, Aspect.POLICY, Outcome.FAILED, "MDX-P40");
  }

  private static SignerInfo with(
      SignerInfo signer, AlgorithmIdentifier digest, AlgorithmIdentifier method) {
    ASN1EncodableVector all = new ASN1EncodableVector();
    all.add(new ASN1Integer(signer.getVersion().getValue()));
    all.add(signer.getSID());
    all.add(digest);
    all.add(new DERTaggedObject(false, 0, signer.getAuthenticatedAttributes()));
    all.add(method);
    all.add(signer.getEncryptedDigest());
    return SignerInfo.getInstance(new DERSequence(all));
  }

  /** An authority that calls itself like ours. */
  @Test
  void aSelfMadeAuthorityOfTheSameName() throws IOException {
    TestAuthority false1 = TestAuthority.create("AUTHORITY", BEFORE, 700);
    TestAuthority.Issued issued = false1.issue("SIGNER", KeyKind.ECDSA_P256, false, BEFORE, 600);
    SigningKey key =
        new SigningKey(
            issued.key(), List.of(issued.certificate(), false1.own().certificate()), null);
    exchange.signer(KeyKind.ECDSA_P256);
    Verification found = verify(sign(key));
    assertBroken(found, Aspect.PATH, Outcome.INDETERMINATE, "MDX-P20");
    assertBroken(found, Aspect.SCOPE, Outcome.INDETERMINATE, "MDX-P53");
    assertThat(found.signatures().get(0).verdicts()).containsEntry(Aspect.CRYPTO, Outcome.PASSED);
    assertThat(found.signatures().get(0).chain()).isEmpty();
  }

  @Test
  void aCertificateThatIsNotBoundToTheSender() throws IOException {
    exchange.signer(KeyKind.ECDSA_P256);
    Verification stranger = verify(sign(exchange.stranger(KeyKind.ECDSA_P256, BEFORE, 600)));
    assertBroken(stranger, Aspect.SCOPE, Outcome.INDETERMINATE, "MDX-P53");
    Addressing france = new Addressing(new org.midex.model.Party("FRA", "STATS"), List.of(GERMANY));
    byte[] known = sign(exchange.signer(KeyKind.ECDSA_P256));
    Verification other =
        exchange.verifier().verify(known, new ByteArrayInputStream(CONTENT), "message.xml", france);
    assertBroken(other, Aspect.SCOPE, Outcome.FAILED, "MDX-P50");
  }

  @Test
  void anExpiredCertificate() throws IOException {
    SigningKey key = exchange.signer(KeyKind.ECDSA_P256, NOW.minus(Duration.ofDays(30)), 20);
    assertBroken(verify(sign(key)), Aspect.PATH, Outcome.FAILED, "MDX-P21");
    // signed while it was valid, as far as the signer says: that is no proof
    SigningKey later = exchange.signer(KeyKind.ECDSA_P256, NOW.minus(Duration.ofDays(30)), 40);
    Verifier tomorrow =
        new Verifier(exchange.trust(), Policy.standard(), NOW.plus(Duration.ofDays(20)), GERMANY);
    assertBroken(verify(sign(later), tomorrow), Aspect.PATH, Outcome.INDETERMINATE, "MDX-P21");
    SigningKey early = exchange.signer(KeyKind.ECDSA_P256, NOW.plus(Duration.ofDays(1)), 20);
    assertBroken(verify(sign(early)), Aspect.PATH, Outcome.FAILED, "MDX-P21");
  }

  @Test
  void aRevokedCertificate() throws IOException {
    SigningKey key = exchange.signer(KeyKind.ECDSA_P256);
    assertThat(verify(sign(key)).outcome()).isEqualTo(Outcome.PASSED);
    exchange.revoke(List.of(key.certificate()));
    Verification found = verify(sign(key));
    assertBroken(found, Aspect.REVOCATION, Outcome.FAILED, "MDX-P30");
    assertThat(found.signatures().get(0).verdicts())
        .containsEntry(Aspect.CRYPTO, Outcome.PASSED)
        .containsEntry(Aspect.PATH, Outcome.PASSED);
  }

  @Test
  void withoutAListThatCanBeUsedNothingIsDecided() throws IOException {
    SigningKey key = exchange.signer(KeyKind.ECDSA_P256);
    Verifier none =
        new Verifier(exchange.trust("authorities: [ca.crt]\n"), Policy.standard(), NOW, GERMANY);
    assertBroken(verify(sign(key), none), Aspect.REVOCATION, Outcome.INDETERMINATE, "MDX-P31");
    exchange.revoke(List.of(), NOW.minus(Duration.ofDays(9)), 7);
    assertBroken(verify(sign(key)), Aspect.REVOCATION, Outcome.INDETERMINATE, "MDX-P32");
    exchange.revoke(List.of(), NOW.plus(Duration.ofDays(9)), 7);
    assertBroken(verify(sign(key)), Aspect.REVOCATION, Outcome.INDETERMINATE, "MDX-P32");
  }

  @Test
  void theSignersTimeProvesNothing() throws IOException {
    SigningKey key = exchange.signer(KeyKind.ECDSA_P256);
    Instant future = NOW.plus(Duration.ofDays(2));
    byte[] signature =
        new Signing(List.of(key), future, null).signDetached(new ByteArrayInputStream(CONTENT));
    assertBroken(verify(signature), Aspect.POLICY, Outcome.FAILED, "MDX-P45");
    exchange.revoke(List.of(key.certificate()));
    byte[] backdated =
        new Signing(List.of(key), BEFORE.plusSeconds(60), null)
            .signDetached(new ByteArrayInputStream(CONTENT));
    assertBroken(verify(backdated), Aspect.REVOCATION, Outcome.FAILED, "MDX-P30");
  }

  @Test
  void theAuthoritysOwnKeyIsNotOneToSignWith() throws IOException {
    byte[] signature = sign(exchange.authority.own());
    assertBroken(verify(signature), Aspect.PATH, Outcome.FAILED, "MDX-P22");
  }

  @Test
  void aCertificateThatSetsAConditionNobodyKnows()
      throws GeneralSecurityException, OperatorCreationException, IOException {
    KeyPair pair = KeyKind.ECDSA_P256.generate();
    X509v3CertificateBuilder builder = certificate(pair);
    builder.addExtension(new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1.1"), true, DERNull.INSTANCE);
    SigningKey key = new SigningKey(pair.getPrivate(), List.of(issued(builder)), null);
    assertBroken(verify(sign(key)), Aspect.PATH, Outcome.FAILED, "MDX-P22");
  }

  @Test
  void aSignatureThatIsMovedToOtherData() throws IOException {
    byte[] signature = sign(exchange.signer(KeyKind.ED25519));
    Verification found =
        exchange
            .verifier()
            .verify(
                signature, new ByteArrayInputStream("other".getBytes(UTF_8)), "other", ADDRESSING);
    assertBroken(found, Aspect.CRYPTO, Outcome.FAILED, "MDX-P11");
  }

  @Test
  void flippedBitsAndMissingEnds() throws IOException {
    byte[] good = sign(exchange.signer(KeyKind.ECDSA_P256));
    // in the authority's certificate, which comes along and is not believed anyway
    assertThat(new Damage(good, 7).unnoticed(this::verify)).hasSizeLessThan(100);
  }
}
