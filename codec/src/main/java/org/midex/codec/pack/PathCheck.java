package org.midex.codec.pack;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.jspecify.annotations.Nullable;
import org.midex.model.signature.Aspect;
import org.midex.model.signature.Fault;
import org.midex.model.signature.Outcome;

/** Finds the way from a certificate to an authority that is believed (RFC 5280, PKIX). */
final class PathCheck {
  private static final int LONGEST = 6;

  /** Extensions that are looked at where they are critical (RFC 5280, 4.2). */
  private static final Set<String> KNOWN =
      Stream.of(
              Extension.keyUsage,
              Extension.extendedKeyUsage,
              Extension.basicConstraints,
              Extension.certificatePolicies,
              Extension.policyMappings,
              Extension.policyConstraints,
              Extension.inhibitAnyPolicy,
              Extension.nameConstraints,
              Extension.subjectAlternativeName,
              Extension.cRLDistributionPoints)
          .map(ASN1ObjectIdentifier::getId)
          .collect(Collectors.toUnmodifiableSet());

  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;

  private final List<X509Certificate> authorities;
  private final List<X509Certificate> others;

  /**
   * @param others certificates that came with the signature, which nobody vouches for
   */
  PathCheck(List<X509Certificate> authorities, List<X509Certificate> others) {
    this.authorities = authorities;
    this.others = others;
  }

  /**
   * The way, from the certificate to the authority with it; empty when there is none.
   *
   * @param time when the certificates are asked to be valid
   */
  List<X509Certificate> find(X509Certificate certificate, Instant time) {
    Set<TrustAnchor> anchors =
        authorities.stream().map(a -> new TrustAnchor(a, null)).collect(Collectors.toSet());
    if (anchors.isEmpty()) {
      return List.of();
    }
    try {
      X509CertSelector target = new X509CertSelector();
      target.setCertificate(certificate);
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
      List<X509Certificate> known = new ArrayList<>(others);
      known.add(certificate);
      parameters.addCertStore(
          CertStore.getInstance(
              "Collection", new CollectionCertStoreParameters(known), Crypto.provider()));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(time));
      parameters.setMaxPathLength(LONGEST);
      PKIXCertPathBuilderResult found =
          (PKIXCertPathBuilderResult)
              CertPathBuilder.getInstance("PKIX", Crypto.provider()).build(parameters);
      List<X509Certificate> way = new ArrayList<>();
      for (Certificate one : found.getCertPath().getCertificates()) {
        way.add((X509Certificate) one);
      }
      way.add(found.getTrustAnchor().getTrustedCert());
      return way;
    } catch (CertPathBuilderException e) {
      return List.of();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Judges a signer's certificate; returns the way to the authority, which is empty when there is
   * none.
   *
   * @param time when it is asked to be valid
   * @param proven whether the signature is known to be from then
   */
  List<X509Certificate> judge(
      X509Certificate certificate, Instant time, boolean proven, Judgement judgement) {
    String signer = certificate.getSubjectX500Principal().getName();
    Instant within = within(certificate, time);
    if (!within.equals(time)) {
      Outcome outcome = proven || time.isBefore(within) ? Outcome.FAILED : Outcome.INDETERMINATE;
      judgement.fault(Aspect.PATH, outcome, notValid(certificate, time));
    }
    requireForSigning(certificate, signer, judgement);
    List<X509Certificate> way = find(certificate, within);
    if (way.isEmpty()) {
      judgement.fault(
          Aspect.PATH, Outcome.INDETERMINATE, Fault.of("MDX-P20", Map.of("signer", signer)));
    }
    return way;
  }

  /** The time itself if the certificate was valid then, or else the nearest at which it was. */
  static Instant within(X509Certificate certificate, Instant time) {
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    return time.isBefore(from) ? from : time.isAfter(until) ? until : time;
  }

  static Fault notValid(X509Certificate certificate, Instant time) {
    return Fault.of(
        "MDX-P21",
        Map.of(
            "signer", certificate.getSubjectX500Principal().getName(),
            "time", time.toString(),
            "from", certificate.getNotBefore().toInstant().toString(),
            "until", certificate.getNotAfter().toInstant().toString()));
  }

  /** Why a certificate is not one to sign with; null when it is. */
  static @Nullable String whyNotToSign(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    return certificate.getBasicConstraints() >= 0
        ? "it is an authority's"
        : usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]
            ? "its key is for another use"
            : setsUnknownCondition(certificate) ? "it sets a condition that is not known" : null;
  }

  private static boolean setsUnknownCondition(X509Certificate certificate) {
    Set<String> critical = certificate.getCriticalExtensionOIDs();
    return critical != null && !KNOWN.containsAll(critical);
  }

  private static void requireForSigning(
      X509Certificate certificate, String signer, Judgement judgement) {
    String reason = whyNotToSign(certificate);
    if (reason != null) {
      judgement.fail(Aspect.PATH, Fault.of("MDX-P22", Map.of("signer", signer, "reason", reason)));
    }
  }
}
