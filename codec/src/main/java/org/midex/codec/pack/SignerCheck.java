package org.midex.codec.pack;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;
import org.midex.model.signature.Aspect;
import org.midex.model.signature.Fault;

/**
 * Checks one signer of a signature: that its attributes say what is signed and by which
 * certificate, that they fit the content, and that the key made the signature over them (RFC 5652,
 * 5.4 and 5.6; ETSI EN 319 122-1). Whether the certificate is to be believed is not asked here.
 */
final class SignerCheck {
  private static final String WRONG = "MDX-P11";
  private static final String UNSAID = "MDX-P13";
  private static final String CONFUSED = "MDX-P14";

  private final SignerInformation signer;
  private final Judgement judgement;
  private @Nullable X509Certificate certificate;
  private @Nullable Algorithm algorithm;
  private @Nullable Instant claimed;

  SignerCheck(SignerInformation signer, Judgement judgement) {
    this.signer = signer;
    this.judgement = judgement;
  }

  /** The signer's certificate; null when it cannot be told. */
  @Nullable X509Certificate certificate() {
    return certificate;
  }

  /** How it is signed; null when the standard does not sign like that. */
  @Nullable Algorithm algorithm() {
    return algorithm;
  }

  /** When the signer says it was; null when it does not. */
  @Nullable Instant claimed() {
    return claimed;
  }

  /**
   * Checks everything.
   *
   * @param digests of the content, by algorithm
   */
  void run(SignatureFile file, Map<Hash, byte[]> digests) {
    List<X509Certificate> found = file.certificatesOf(signer);
    if (found.size() != 1) {
      fail(
          WRONG,
          found.isEmpty() ? "the signer's certificate is not in it" : "two certificates fit");
      return;
    }
    certificate = found.get(0);
    AttributeTable attributes = signer.getSignedAttributes();
    if (attributes == null) {
      fail(UNSAID, "it has no signed attributes");
      return;
    }
    try {
      requireAttributes(attributes, certificate, digests);
      requireSignature(certificate.getPublicKey());
    } catch (FaultException e) {
      Aspect aspect = e.fault().rule().equals("MDX-P40") ? Aspect.POLICY : Aspect.CRYPTO;
      judgement.fail(aspect, e.fault());
    } catch (RuntimeException e) {
      fail(UNSAID, "an attribute cannot be read");
    }
  }

  private void fail(String rule, String reason) {
    judgement.fail(Aspect.CRYPTO, Fault.of(rule, Map.of("reason", reason)));
  }

  private void requireAttributes(
      AttributeTable attributes, X509Certificate own, Map<Hash, byte[]> digests)
      throws FaultException {
    ASN1ObjectIdentifier named = signer.getDigestAlgorithmID().getAlgorithm();
    byte[] digest = Hash.of(named).map(digests::get).orElse(null);
    if (digest == null) {
      throw notAllowed("the digest " + named);
    }
    ASN1Encodable type = single(attributes, CMSAttributes.contentType, "content type");
    if (!PKCSObjectIdentifiers.data.equals(type)) {
      throw new FaultException(UNSAID, "it names another type of content");
    }
    claimed =
        Time.getInstance(single(attributes, CMSAttributes.signingTime, "signing time"))
            .getDate()
            .toInstant();
    requireCertificate(attributes, own);
    byte[] signed =
        ASN1OctetString.getInstance(
                single(attributes, CMSAttributes.messageDigest, "message digest"))
            .getOctets();
    if (!MessageDigest.isEqual(digest, signed)) {
      throw new FaultException(WRONG, "what was signed has been changed");
    }
    requireSameAlgorithms(attributes);
  }

  private static FaultException notAllowed(String what) {
    return new FaultException(Fault.of("MDX-P40", Map.of("what", what)));
  }

  /** The value of an attribute that is there once, with one value. */
  private static ASN1Encodable single(
      AttributeTable attributes, ASN1ObjectIdentifier type, String name) throws FaultException {
    ASN1EncodableVector all = attributes.getAll(type);
    if (all.size() != 1 || Attribute.getInstance(all.get(0)).getAttrValues().size() != 1) {
      throw new FaultException(
          UNSAID, name + (all.size() == 0 ? " is missing" : " is there twice"));
    }
    return Attribute.getInstance(all.get(0)).getAttrValues().getObjectAt(0);
  }

  /** The certificate is signed too, so that no other one with the same key can take its place. */
  private static void requireCertificate(AttributeTable attributes, X509Certificate own)
      throws FaultException {
    ASN1Encodable value =
        single(attributes, PKCSObjectIdentifiers.id_aa_signingCertificateV2, "signing certificate");
    ESSCertIDv2 id = SigningCertificateV2.getInstance(value).getCerts()[0];
    Hash hash = Hash.of(id.getHashAlgorithm().getAlgorithm()).orElse(null);
    if (hash == null) {
      throw notAllowed("the digest of the signing certificate");
    }
    try {
      if (!MessageDigest.isEqual(
          hash.digest().digest(own.getEncoded()), id.getCertHashObject().getOctets())) {
        throw new FaultException(WRONG, "another certificate was signed");
      }
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** RFC 6211: the algorithms are signed too, where the signer says so. */
  private void requireSameAlgorithms(AttributeTable attributes) throws FaultException {
    if (attributes.getAll(CMSAttributes.cmsAlgorithmProtect).size() == 0) {
      return;
    }
    CMSAlgorithmProtection signed =
        CMSAlgorithmProtection.getInstance(
            single(attributes, CMSAttributes.cmsAlgorithmProtect, "algorithm protection"));
    AlgorithmIdentifier own = signer.toASN1Structure().getDigestEncryptionAlgorithm();
    boolean same =
        signed
                .getDigestAlgorithm()
                .getAlgorithm()
                .equals(signer.getDigestAlgorithmID().getAlgorithm())
            && signed.getSignatureAlgorithm() != null
            && own.getAlgorithm().equals(signed.getSignatureAlgorithm().getAlgorithm());
    if (!same) {
      throw new FaultException(CONFUSED, "others were signed than are named");
    }
  }

  private void requireSignature(PublicKey key) throws FaultException {
    AlgorithmIdentifier named = signer.toASN1Structure().getDigestEncryptionAlgorithm();
    Algorithm its = Algorithm.of(key).orElseThrow(() -> notAllowed(Algorithm.describe(key)));
    SignatureMethod method = SignatureMethod.of(named);
    if (method == null) {
      throw notAllowed(SignatureMethod.describe(named));
    }
    if (!method.isFor(its)) {
      throw new FaultException(CONFUSED, method + " is named, the key is for " + its.jcaName());
    }
    if (!method.allowsDigest(signer.getDigestAlgorithmID().getAlgorithm(), its)) {
      throw new FaultException(CONFUSED, "the digests of content and signature differ");
    }
    algorithm = its;
    try {
      Signature signature = method.signature();
      signature.initVerify(key);
      signature.update(signer.getEncodedSignedAttributes());
      if (!signature.verify(signer.getSignature())) {
        throw new FaultException(WRONG, "the key did not sign this");
      }
    } catch (GeneralSecurityException | IOException e) {
      throw e instanceof FaultException fault
          ? fault
          : new FaultException(WRONG, "it cannot be checked with the key");
    }
  }
}
