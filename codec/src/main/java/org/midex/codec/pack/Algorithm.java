package org.midex.codec.pack;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The ways in which packages are signed: with which key, which digest (of the content, RFC 5652),
 * and what they are called.
 */
enum Algorithm {
  ECDSA_P256(
      "SHA256withECDSA", X9ObjectIdentifiers.ecdsa_with_SHA256, NISTObjectIdentifiers.id_sha256),
  ECDSA_P384(
      "SHA384withECDSA", X9ObjectIdentifiers.ecdsa_with_SHA384, NISTObjectIdentifiers.id_sha384),

  /** RFC 8419. */
  ED25519("Ed25519", EdECObjectIdentifiers.id_Ed25519, NISTObjectIdentifiers.id_sha512),

  /** RFC 4056, with SHA-256 for all. */
  RSA_PSS("RSASSA-PSS", PKCSObjectIdentifiers.id_RSASSA_PSS, NISTObjectIdentifiers.id_sha256),

  /** RFC 9882: pure ML-DSA, SHA-512. */
  ML_DSA_65("ML-DSA-65", NISTObjectIdentifiers.id_ml_dsa_65, NISTObjectIdentifiers.id_sha512);

  static final int PSS_SALT = 32;

  /** Bits of an RSA key, to sign with and to seal for. */
  static final int LEAST_RSA = 3072;

  private final String jcaName;
  private final String oid;
  private final String digest;

  Algorithm(String jcaName, ASN1ObjectIdentifier oid, ASN1ObjectIdentifier digest) {
    this.jcaName = jcaName;
    this.oid = oid.getId();
    this.digest = digest.getId();
  }

  /** The one for a key; empty when the standard does not sign with such keys. */
  static Optional<Algorithm> of(PublicKey key) {
    if (key instanceof ECPublicKey ec) {
      return isCurve(ec, "secp256r1")
          ? Optional.of(ECDSA_P256)
          : isCurve(ec, "secp384r1") ? Optional.of(ECDSA_P384) : Optional.empty();
    }
    if (key instanceof RSAPublicKey rsa) {
      return rsa.getModulus().bitLength() >= LEAST_RSA ? Optional.of(RSA_PSS) : Optional.empty();
    }
    if (Crypto.isOfKind(key, EdECObjectIdentifiers.id_Ed25519)) {
      return Optional.of(ED25519);
    }
    return Crypto.isOfKind(key, NISTObjectIdentifiers.id_ml_dsa_65)
        ? Optional.of(ML_DSA_65)
        : Optional.empty();
  }

  private static boolean isCurve(ECPublicKey key, String name) {
    try {
      AlgorithmParameters known = AlgorithmParameters.getInstance("EC");
      known.init(new ECGenParameterSpec(name));
      ECParameterSpec curve = known.getParameterSpec(ECParameterSpec.class);
      ECParameterSpec its = key.getParams();
      return its != null
          && its.getCurve().equals(curve.getCurve())
          && its.getGenerator().equals(curve.getGenerator())
          && its.getOrder().equals(curve.getOrder());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String jcaName() {
    return jcaName;
  }

  /** Digest of the content. */
  AlgorithmIdentifier digest() {
    return new AlgorithmIdentifier(new ASN1ObjectIdentifier(digest));
  }

  AlgorithmIdentifier identifier() {
    ASN1ObjectIdentifier own = new ASN1ObjectIdentifier(oid);
    return this == RSA_PSS
        ? new AlgorithmIdentifier(own, pssParameters())
        : new AlgorithmIdentifier(own);
  }

  private static RSASSAPSSparams pssParameters() {
    AlgorithmIdentifier sha256 =
        new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
    return new RSASSAPSSparams(
        sha256,
        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, sha256),
        new ASN1Integer(PSS_SALT),
        RSASSAPSSparams.DEFAULT_TRAILER_FIELD);
  }

  /** A key that the standard does not sign with, for people. */
  static String describe(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return "RSA with " + rsa.getModulus().bitLength() + " bits";
    }
    return key.getAlgorithm() + " of this kind or size";
  }
}
