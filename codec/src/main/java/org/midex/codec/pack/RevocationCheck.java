package org.midex.codec.pack;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.signature.Aspect;
import org.midex.model.signature.Fault;
import org.midex.model.signature.Outcome;

/** Looks certificates up in the revocation lists at hand (RFC 5280, 5 and 6.3); asks nobody. */
final class RevocationCheck {
  private static final int SIGN_LISTS = 6;

  private final List<X509CRL> lists;
  private final boolean wanted;

  /**
   * @param wanted whether it must be known that a certificate is not revoked
   */
  RevocationCheck(List<X509CRL> lists, boolean wanted) {
    this.lists = lists;
    this.wanted = wanted;
  }

  /**
   * Judges all certificates of a way but the authority's.
   *
   * @param time when the signature was made, as far as that is proven; else now
   * @param now when lists must be in force
   */
  void judge(List<X509Certificate> way, Instant time, Instant now, Judgement judgement) {
    for (int i = 0; i + 1 < way.size(); i++) {
      judge(way.get(i), way.get(i + 1), time, now, judgement);
    }
  }

  private void judge(
      X509Certificate certificate,
      X509Certificate issuer,
      Instant time,
      Instant now,
      Judgement judgement) {
    String name = issuer.getSubjectX500Principal().getName();
    boolean known = false;
    String useless = null;
    for (X509CRL list : lists) {
      if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
        continue;
      }
      String reason = reason(list, issuer, now);
      if (reason != null) {
        useless = reason;
        continue;
      }
      known = true;
      X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
      if (entry != null && !entry.getRevocationDate().toInstant().isAfter(time)) {
        judgement.fail(Aspect.REVOCATION, revoked(certificate, entry));
        return;
      }
    }
    if (!known) {
      Map<String, String> details =
          useless == null
              ? Map.of("signer", certificate.getSubjectX500Principal().getName(), "issuer", name)
              : Map.of("issuer", name, "reason", useless);
      judgement.fault(
          Aspect.REVOCATION,
          wanted ? Outcome.INDETERMINATE : Outcome.PASSED,
          Fault.of(useless == null ? "MDX-P31" : "MDX-P32", details));
    }
  }

  private static Fault revoked(X509Certificate certificate, X509CRLEntry entry) {
    String reason =
        entry.getRevocationReason() == null
            ? "no reason given"
            : entry.getRevocationReason().name();
    return Fault.of(
        "MDX-P30",
        Map.of(
            "signer", certificate.getSubjectX500Principal().getName(),
            "time", entry.getRevocationDate().toInstant().toString(),
            "reason", reason));
  }

  /** Why a list cannot be used; null when it can. */
  private static @Nullable String reason(X509CRL list, X509Certificate issuer, Instant now) {
    boolean[] usage = issuer.getKeyUsage();
    Date next = list.getNextUpdate();
    if (usage != null && !usage[SIGN_LISTS]) {
      return "the authority may not sign lists";
    }
    if (list.getThisUpdate().toInstant().isAfter(now)) {
      return "it is from " + list.getThisUpdate().toInstant();
    }
    if (next == null || next.toInstant().isBefore(now)) {
      return "it was to be renewed by " + (next == null ? "a day not said" : next.toInstant());
    }
    if (list.hasUnsupportedCriticalExtension()) {
      return "it is a list of another kind";
    }
    try {
      list.verify(issuer.getPublicKey(), Crypto.provider());
      return null;
    } catch (GeneralSecurityException e) {
      return "its signature is wrong";
    }
  }
}
