package org.midex.conformance.generator;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** Makes timestamps (RFC 3161) of any time. */
final class Timestamps {
  private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.3.4.1");

  private Timestamps() {}

  /** A service that says it is some time. */
  static Cms.Stamp at(Key service, String time) {
    return signature -> token(service, Instant.parse(time), "SHA-256", signature);
  }

  /** A service that takes a digest which is no longer safe. */
  static Cms.Stamp withSha1(Key service, String time) {
    return signature -> token(service, Instant.parse(time), "SHA-1", signature);
  }

  /** A service that was asked about another signature. */
  static Cms.Stamp ofAnother(Key service, String time) {
    return signature -> token(service, Instant.parse(time), "SHA-256", new byte[] {1});
  }

  /** By a key whose certificate does not say that it is for timestamps. */
  static Cms.Stamp withoutPurpose(Key key, String time) {
    return signature -> {
      AlgorithmIdentifier hash = new AlgorithmIdentifier(TSPAlgorithms.SHA256);
      TSTInfo info =
          new TSTInfo(
              POLICY,
              new MessageImprint(hash, Asic.digest("SHA-256", signature)),
              new ASN1Integer(1),
              new ASN1GeneralizedTime(Date.from(Instant.parse(time))),
              null,
              null,
              null,
              null,
              null);
      byte[] token =
          new Cms(key, info.getEncoded())
              .time(Instant.parse(time))
              .withContent(PKCSObjectIdentifiers.id_ct_TSTInfo);
      return ASN1Primitive.fromByteArray(token);
    };
  }

  private static ASN1Encodable token(Key service, Instant time, String hash, byte[] signature)
      throws IOException {
    try {
      DigestCalculatorProvider digests =
          new JcaDigestCalculatorProviderBuilder().setProvider(Keys.PROVIDER).build();
      TimeStampTokenGenerator generator =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .setProvider(Keys.PROVIDER)
                  .build("SHA256withECDSA", service.key(), service.certificate()),
              digests.get(Method.named("SHA256withECDSA", "SHA-256").digest()),
              POLICY);
      generator.addCertificates(new JcaCertStore(service.chain()));
      TimeStampRequestGenerator request = new TimeStampRequestGenerator();
      request.setCertReq(true);
      return generator
          .generate(
              request.generate(
                  hash.equals("SHA-1") ? TSPAlgorithms.SHA1 : TSPAlgorithms.SHA256,
                  Asic.digest(hash, signature)),
              BigInteger.ONE,
              Date.from(time))
          .toCMSSignedData()
          .toASN1Structure();
    } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
