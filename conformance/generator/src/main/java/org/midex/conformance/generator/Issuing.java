package org.midex.conformance.generator;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
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

/** Makes keys, certificates and revocation lists. */
final class Issuing {
  /** An extension that nobody knows. */
  private static final ASN1ObjectIdentifier UNKNOWN =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1.1");

  private static final Map<String, Integer> USES =
      Map.of(
          "ca", KeyUsage.keyCertSign | KeyUsage.cRLSign,
          "agree", KeyUsage.keyAgreement,
          "encipher", KeyUsage.keyEncipherment,
          "stamp", KeyUsage.digitalSignature);
  private static final int SERIAL = 16;

  private Issuing() {}

  static KeyPair pair(String kind) {
    try {
      boolean curve = kind.startsWith("P-");
      boolean rsa = kind.startsWith("RSA-");
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance(curve ? "EC" : rsa ? "RSA" : kind, Keys.PROVIDER);
      if (curve) {
        generator.initialize(new ECGenParameterSpec(kind));
      } else if (rsa) {
        generator.initialize(Integer.parseInt(kind.substring(4)));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(kind, e);
    }
  }

  private static X500Name name(String subject) {
    return new X500Name("O=TEST ONLY,CN=TEST " + subject);
  }

  private static BigInteger serial(String subject) throws GeneralSecurityException {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
    return new BigInteger(1, Arrays.copyOf(hash, SERIAL)).setBit(8 * SERIAL - 2);
  }

  /**
   * @param issuerName subject of the issuer
   * @param issuer with an empty chain for a certificate that issues itself
   */
  static X509Certificate issue(KeyTable.Row row, String issuerName, KeyPair pair, Key issuer) {
    boolean root = issuer.chain().isEmpty();
    PublicKey above = root ? pair.getPublic() : issuer.certificate().getPublicKey();
    int usage = USES.getOrDefault(row.use(), KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
    try {
      JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(
                  name(issuerName),
                  serial(row.subject()),
                  Date.from(row.from()),
                  Date.from(row.until()),
                  name(row.subject()),
                  SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
              .addExtension(
                  Extension.basicConstraints, true, new BasicConstraints(row.use().equals("ca")))
              .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
              .addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  extensions.createSubjectKeyIdentifier(pair.getPublic()))
              .addExtension(
                  Extension.authorityKeyIdentifier,
                  false,
                  extensions.createAuthorityKeyIdentifier(above));
      if (row.use().equals("stamp")) {
        builder.addExtension(
            Extension.extendedKeyUsage,
            true,
            new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
      }
      if (row.use().equals("critical")) {
        builder.addExtension(UNKNOWN, true, DERNull.INSTANCE);
      }
      return new JcaX509CertificateConverter()
          .setProvider(Keys.PROVIDER)
          .getCertificate(builder.build(signer(issuer)));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ContentSigner signer(Key issuer) {
    String algorithm = issuer.kind().equals("P-384") ? "SHA384withECDSA" : "SHA256withECDSA";
    try {
      return new JcaContentSignerBuilder(algorithm).setProvider(Keys.PROVIDER).build(issuer.key());
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A revocation list.
   *
   * @param revoked certificates, and since when they are
   */
  static byte[] list(
      Key issuer, Instant from, Instant until, Map<X509Certificate, Instant> revoked) {
    X509v2CRLBuilder builder =
        new X509v2CRLBuilder(
            X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded()),
            Date.from(from));
    builder.setNextUpdate(Date.from(until));
    revoked.forEach(
        (one, since) ->
            builder.addCRLEntry(one.getSerialNumber(), Date.from(since), CRLReason.keyCompromise));
    try {
      builder.addExtension(
          Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(from.getEpochSecond())));
      X509CRL list =
          new JcaX509CRLConverter()
              .setProvider(Keys.PROVIDER)
              .getCRL(builder.build(signer(issuer)));
      return list.getEncoded();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
