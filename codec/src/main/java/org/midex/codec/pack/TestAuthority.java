package org.midex.codec.pack;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A small certificate authority for tests and first steps. Its names say TEST; nobody should
 * believe it who does not know where its key is.
 */
public final class TestAuthority {
  private static final String ORGANISATION = "TEST ONLY, not for real data";
  private static final int SERIAL_BITS = 120;

  private final SigningKey own;

  /**
   * An authority with a key that exists.
   *
   * @param own ECDSA, with a certificate that {@link #create} made
   */
  public TestAuthority(SigningKey own) {
    this.own = own;
  }

  /**
   * Makes an authority.
   *
   * @param name common name, without TEST
   */
  public static TestAuthority create(String name, Instant from, int days) {
    KeyPair pair = KeyKind.ECDSA_P256.generate();
    X500Name subject = name("TEST " + name);
    Validity validity = Validity.of(from, days);
    X509Certificate certificate =
        certificate(
            pair,
            subject,
            pair,
            subject,
            validity,
            new BasicConstraints(0),
            KeyUsage.keyCertSign | KeyUsage.cRLSign);
    return new TestAuthority(new SigningKey(pair.getPrivate(), List.of(certificate), null));
  }

  /** The authority's key, with its certificate. */
  public SigningKey own() {
    return own;
  }

  private record Validity(Date from, Date until) {
    static Validity of(Instant from, int days) {
      Instant start = from.truncatedTo(ChronoUnit.SECONDS);
      return new Validity(Date.from(start), Date.from(start.plus(days, ChronoUnit.DAYS)));
    }
  }

  /** A pair of keys with a certificate of the authority. */
  public record Issued(PrivateKey key, X509Certificate certificate) {}

  /**
   * Issues a certificate for a new pair of keys.
   *
   * @param name common name, without TEST
   * @param sealing whether it is to seal for, not to sign with
   * @throws IllegalArgumentException when keys of that kind do not do that
   */
  public Issued issue(String name, KeyKind kind, boolean sealing, Instant from, int days) {
    if (sealing ? !kind.seals() : !kind.signs()) {
      throw new IllegalArgumentException(
          kind.text() + " keys do not " + (sealing ? "seal" : "sign"));
    }
    KeyPair pair = kind.generate();
    int usage =
        !sealing
            ? KeyUsage.digitalSignature | KeyUsage.nonRepudiation
            : kind == KeyKind.ECDSA_P256 ? KeyUsage.keyAgreement : KeyUsage.keyEncipherment;
    X509Certificate certificate =
        certificate(
            pair,
            name("TEST " + name),
            new KeyPair(own.certificate().getPublicKey(), own.key()),
            X500Name.getInstance(own.certificate().getSubjectX500Principal().getEncoded()),
            Validity.of(from, days),
            new BasicConstraints(false),
            usage);
    return new Issued(pair.getPrivate(), certificate);
  }

  private static X500Name name(String commonName) {
    return new X500NameBuilder()
        .addRDN(BCStyle.O, ORGANISATION)
        .addRDN(BCStyle.CN, commonName)
        .build();
  }

  private static X509Certificate certificate(
      KeyPair pair,
      X500Name subject,
      KeyPair issuer,
      X500Name issuerName,
      Validity validity,
      BasicConstraints constraints,
      int usage) {
    try {
      JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(
                  issuerName,
                  new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1),
                  validity.from,
                  validity.until,
                  subject,
                  SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
              .addExtension(Extension.basicConstraints, true, constraints)
              .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
              .addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  extensions.createSubjectKeyIdentifier(pair.getPublic()))
              .addExtension(
                  Extension.authorityKeyIdentifier,
                  false,
                  extensions.createAuthorityKeyIdentifier(issuer.getPublic()));
      return new JcaX509CertificateConverter()
          .setProvider(Crypto.provider())
          .getCertificate(builder.build(signer(issuer)));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ContentSigner signer(KeyPair issuer) {
    try {
      return new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate());
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A revocation list of the authority. */
  public X509CRL revoke(List<X509Certificate> revoked, Instant now, int days) {
    Validity validity = Validity.of(now, days);
    X509v2CRLBuilder builder =
        new X509v2CRLBuilder(
            X500Name.getInstance(own.certificate().getSubjectX500Principal().getEncoded()),
            validity.from);
    builder.setNextUpdate(validity.until);
    for (X509Certificate one : revoked) {
      builder.addCRLEntry(one.getSerialNumber(), validity.from, CRLReason.keyCompromise);
    }
    try {
      builder.addExtension(
          Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.getEpochSecond())));
      return new JcaX509CRLConverter()
          .setProvider(Crypto.provider())
          .getCRL(builder.build(signer(new KeyPair(own.certificate().getPublicKey(), own.key()))));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
