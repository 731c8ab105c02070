package org.midex.codec.pack;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.DefaultSignatureNameFinder;
import org.jspecify.annotations.Nullable;

/**
 * How a signature says that it was made. Verifying allows what other tools do with the same keys:
 * ECDSA and RSA-PSS with SHA-256, SHA-384 or SHA-512.
 *
 * @param digest what is signed over; null where the algorithm hashes by itself
 * @param salt bytes of salt of RSA-PSS, else 0
 */
record SignatureMethod(Family family, @Nullable String digest, int salt) {
  private static final Map<ASN1ObjectIdentifier, String> ECDSA =
      Map.of(
          X9ObjectIdentifiers.ecdsa_with_SHA256, "SHA256",
          X9ObjectIdentifiers.ecdsa_with_SHA384, "SHA384",
          X9ObjectIdentifiers.ecdsa_with_SHA512, "SHA512");
  private static final Map<ASN1ObjectIdentifier, String> DIGESTS =
      Map.of(
          NISTObjectIdentifiers.id_sha256, "SHA256",
          NISTObjectIdentifiers.id_sha384, "SHA384",
          NISTObjectIdentifiers.id_sha512, "SHA512");

  /** The kind of mathematics. */
  enum Family {
    ECDSA,
    EDDSA,
    RSA_PSS,
    ML_DSA
  }

  /** What an identifier says; null when it is nothing that the standard allows. */
  static @Nullable SignatureMethod of(AlgorithmIdentifier named) {
    ASN1ObjectIdentifier oid = named.getAlgorithm();
    if (ECDSA.containsKey(oid)) {
      return new SignatureMethod(Family.ECDSA, ECDSA.get(oid), 0);
    }
    if (oid.equals(EdECObjectIdentifiers.id_Ed25519)) {
      return new SignatureMethod(Family.EDDSA, null, 0);
    }
    if (oid.equals(NISTObjectIdentifiers.id_ml_dsa_65)) {
      return new SignatureMethod(Family.ML_DSA, null, 0);
    }
    return oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS) ? pss(named) : null;
  }

  private static @Nullable SignatureMethod pss(AlgorithmIdentifier named) {
    RSASSAPSSparams its = RSASSAPSSparams.getInstance(named.getParameters());
    String digest = its == null ? null : DIGESTS.get(its.getHashAlgorithm().getAlgorithm());
    if (its == null
        || digest == null
        || !its.getMaskGenAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)) {
      return null;
    }
    AlgorithmIdentifier mask =
        AlgorithmIdentifier.getInstance(its.getMaskGenAlgorithm().getParameters());
    int salt = its.getSaltLength().intValueExact();
    return digest.equals(DIGESTS.get(mask.getAlgorithm())) && salt >= Algorithm.PSS_SALT
        ? new SignatureMethod(Family.RSA_PSS, digest, salt)
        : null;
  }

  /** What an identifier says, for people. */
  static String describe(AlgorithmIdentifier named) {
    return new DefaultSignatureNameFinder().getAlgorithmName(named);
  }

  boolean isFor(Algorithm algorithm) {
    return switch (algorithm) {
      case ECDSA_P256, ECDSA_P384 -> family == Family.ECDSA;
      case ED25519 -> family == Family.EDDSA;
      case RSA_PSS -> family == Family.RSA_PSS;
      case ML_DSA_65 -> family == Family.ML_DSA;
    };
  }

  /** Whether the content may be hashed like that: as what is signed is, where both are hashed. */
  boolean allowsDigest(ASN1ObjectIdentifier ofContent, Algorithm algorithm) {
    return digest == null
        ? ofContent.equals(algorithm.digest().getAlgorithm())
        : digest.equals(DIGESTS.get(ofContent));
  }

  Signature signature() throws GeneralSecurityException {
    return switch (family) {
      case ECDSA -> Signature.getInstance(digest + "withECDSA", Crypto.provider());
      case EDDSA -> Signature.getInstance("Ed25519", Crypto.provider());
      case ML_DSA -> Signature.getInstance("ML-DSA-65", Crypto.provider());
      case RSA_PSS -> {
        Signature pss = Signature.getInstance("RSASSA-PSS", Crypto.provider());
        String name = "SHA-" + (digest == null ? "256" : digest.substring(3));
        pss.setParameter(new PSSParameterSpec(name, "MGF1", new MGF1ParameterSpec(name), salt, 1));
        yield pss;
      }
    };
  }

  @Override
  public String toString() {
    return digest == null ? family.toString() : digest + "with" + family;
  }
}
