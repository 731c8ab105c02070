package org.midex.codec.pack;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;
import org.midex.model.signature.Fault;

/**
 * Checks a timestamp over a signature (RFC 3161; ETSI EN 319 122-1, signature-time-stamp): it
 * proves that the signature was there at its time, if its service is believed.
 */
final class TimestampCheck {
  private final List<X509Certificate> authorities;
  private @Nullable String reason;

  /**
   * @param authorities that issue certificates of timestamp services
   */
  TimestampCheck(List<X509Certificate> authorities) {
    this.authorities = authorities;
  }

  /** The time that is proven; null when none is. */
  @Nullable Instant provenTime(SignerInformation signer) {
    AttributeTable attributes = signer.getUnsignedAttributes();
    if (attributes == null) {
      return null;
    }
    ASN1EncodableVector all = attributes.getAll(Timestamps.ATTRIBUTE);
    Instant earliest = null;
    for (int i = 0; i < all.size(); i++) {
      Instant time = provenTime(Attribute.getInstance(all.get(i)), signer.getSignature());
      earliest = earliest == null || (time != null && time.isBefore(earliest)) ? time : earliest;
    }
    return earliest;
  }

  /** What was wrong with a timestamp; null when nothing was. */
  @Nullable Fault fault() {
    return reason == null ? null : Fault.of("MDX-P44", Map.of("reason", reason));
  }

  private @Nullable Instant provenTime(Attribute attribute, byte[] signature) {
    try {
      TimeStampToken token =
          new TimeStampToken(
              new CMSSignedData(ContentInfo.getInstance(attribute.getAttrValues().getObjectAt(0))));
      Hash hash = Hash.of(token.getTimeStampInfo().getMessageImprintAlgOID()).orElse(null);
      if (hash == null) {
        return refuse("it is made with a digest that is not allowed");
      }
      if (!MessageDigest.isEqual(
          hash.digest().digest(signature), token.getTimeStampInfo().getMessageImprintDigest())) {
        return refuse("it is of another signature");
      }
      return provenTime(token);
    } catch (TSPException | CMSException | IOException | RuntimeException e) {
      return refuse("it cannot be read");
    }
  }

  private @Nullable Instant provenTime(TimeStampToken token) {
    Instant time = token.getTimeStampInfo().getGenTime().toInstant();
    try {
      List<X509Certificate> certificates = new ArrayList<>();
      X509Certificate service = null;
      for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
        X509Certificate one = Certificates.of(holder.getEncoded());
        certificates.add(one);
        service = token.getSID().match(holder) ? one : service;
      }
      if (service == null) {
        return refuse("its certificate is not in it");
      }
      token.validate(
          new JcaSimpleSignerInfoVerifierBuilder().setProvider(Crypto.provider()).build(service));
      if (new PathCheck(authorities, certificates).find(service, time).isEmpty()) {
        return refuse("its service is not one of the trust folder");
      }
      return time;
    } catch (TSPException | OperatorCreationException e) {
      return refuse("its signature is wrong");
    } catch (GeneralSecurityException | IOException e) {
      return refuse("it cannot be read");
    }
  }

  private @Nullable Instant refuse(String why) {
    reason = why;
    return null;
  }
}
