package org.midex.codec.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.ProviderException;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataStreamGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Makes detached signatures: CMS SignedData (RFC 5652) with the attributes of CAdES baseline B-B
 * (ETSI EN 319 122-1).
 */
final class CadesSigner {
  private CadesSigner() {}

  /**
   * Signs content.
   *
   * @param keys of the signers, each of which gets a SignerInfo
   * @param content read to its end
   * @param time what the signers say the time is
   * @return DER
   * @throws ProviderException when a key cannot sign, such as one in a token that is gone
   */
  static byte[] sign(List<SigningKey> keys, InputStream content, Instant time) throws IOException {
    ByteArrayOutputStream signature = new ByteArrayOutputStream();
    try {
      CMSSignedDataStreamGenerator generator = new CMSSignedDataStreamGenerator();
      for (SigningKey key : keys) {
        generator.addSignerInfoGenerator(
            new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                .setSignedAttributeGenerator(attributes(key, time))
                .setContentDigest(key.algorithm().digest())
                .build(new KeyContentSigner(key), key.certificate()));
        generator.addCertificates(new JcaCertStore(key.chain()));
      }
      try (OutputStream to = generator.open(signature, false)) {
        content.transferTo(to);
      }
    } catch (OperatorCreationException | CMSException | CertificateEncodingException e) {
      throw new IllegalStateException(e);
    } catch (RuntimeOperatorException e) {
      throw new ProviderException(e.getMessage(), e.getCause());
    }
    return signature.toByteArray();
  }

  /** Content type and digest, which are always there, the time, and which certificate it is. */
  private static CMSAttributeTableGenerator attributes(SigningKey key, Instant time)
      throws CertificateEncodingException {
    byte[] hash = Hash.SHA_256.digest().digest(key.certificate().getEncoded());
    ASN1EncodableVector own = new ASN1EncodableVector();
    own.add(attribute(CMSAttributes.signingTime, new Time(Date.from(time))));
    own.add(
        attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new SigningCertificateV2(new ESSCertIDv2(hash))));
    return new DefaultSignedAttributeTableGenerator(new AttributeTable(own));
  }

  private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
    return new Attribute(type, new DERSet(value));
  }
}
