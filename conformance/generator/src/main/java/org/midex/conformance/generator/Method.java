package org.midex.conformance.generator;

import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.jspecify.annotations.Nullable;

/**
 * A way to sign.
 *
 * @param name as Java calls it
 * @param hash of the content
 */
record Method(
    String name,
    String hash,
    AlgorithmIdentifier identifier,
    @Nullable AlgorithmParameterSpec parameters) {

  static Method of(String kind) {
    return switch (kind) {
      case "P-256" -> named("SHA256withECDSA", "SHA-256");
      case "P-384" -> named("SHA384withECDSA", "SHA-384");
      case "P-521" -> named("SHA512withECDSA", "SHA-512");
      case "Ed25519" -> named("Ed25519", "SHA-512");
      case "Ed448" -> named("Ed448", "SHA-512");
      case "ML-DSA-65" -> named("ML-DSA-65", "SHA-512");
      case "ML-DSA-44" -> named("ML-DSA-44", "SHA-512");
      default -> pss("SHA-256", "SHA-256", 32);
    };
  }

  static Method named(String name, String hash) {
    return new Method(name, hash, new DefaultSignatureAlgorithmIdentifierFinder().find(name), null);
  }

  /** RSA-PSS. */
  static Method pss(String hash, String mask, int salt) {
    AlgorithmIdentifier own = new AlgorithmIdentifier(oid(hash), DERNull.INSTANCE);
    AlgorithmIdentifier its = new AlgorithmIdentifier(oid(mask), DERNull.INSTANCE);
    RSASSAPSSparams parameters =
        new RSASSAPSSparams(
            own,
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, its),
            new ASN1Integer(salt),
            RSASSAPSSparams.DEFAULT_TRAILER_FIELD);
    return new Method(
        "RSASSA-PSS",
        hash,
        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, parameters),
        new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(mask), salt, 1));
  }

  static ASN1ObjectIdentifier oid(String hash) {
    return new DefaultDigestAlgorithmIdentifierFinder().find(hash).getAlgorithm();
  }

  AlgorithmIdentifier digest() {
    return new AlgorithmIdentifier(oid(hash));
  }

  byte[] hash(byte[] content) {
    return Asic.digest(hash, content);
  }
}
