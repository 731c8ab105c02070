package org.midex.codec.pack;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.Party;
import org.midex.model.signature.Aspect;
import org.midex.model.signature.Fault;
import org.midex.model.signature.Outcome;

/** Says, before something is made secret, whether it may be sealed for a certificate. */
public final class RecipientCheck {
  private final Trust trust;
  private final Instant now;

  /**
   * @param trust says whose certificates they are
   * @param now when they are to be valid
   */
  public RecipientCheck(Trust trust, Instant now) {
    this.trust = trust;
    this.now = now;
  }

  /**
   * Why it may not: the certificate is nobody's whom the trust folder names, or of somebody for
   * whom the data are not meant; it is not valid, or was revoked.
   *
   * @param receivers for whom the data are meant; null where they are no messages, which would say
   *     so
   */
  public List<Fault> judge(X509Certificate certificate, @Nullable List<Party> receivers) {
    List<Fault> faults = new ArrayList<>();
    String name = certificate.getSubjectX500Principal().getName();
    String names = receivers == null || receivers.isEmpty() ? "-" : Party.names(receivers);
    Party party = trust.sealedFor(certificate, now).orElse(null);
    if (party == null) {
      faults.add(Fault.of("MDX-P64", Map.of("recipient", name, "receiver", names)));
    } else if (receivers != null && !receivers.contains(party)) {
      faults.add(Fault.of("MDX-P65", Map.of("receiver", party.toString(), "receivers", names)));
    }
    if (!PathCheck.within(certificate, now).equals(now)) {
      faults.add(
          Fault.of(
              "MDX-P66",
              Map.of(
                  "recipient", name,
                  "from", certificate.getNotBefore().toInstant().toString(),
                  "until", certificate.getNotAfter().toInstant().toString())));
    }
    if (isRevoked(certificate)) {
      faults.add(Fault.of("MDX-P67", Map.of("recipient", name)));
    }
    return faults;
  }

  private boolean isRevoked(X509Certificate certificate) {
    Judgement judgement = new Judgement();
    List<X509Certificate> way =
        new PathCheck(trust.authorities(), List.of()).find(certificate, now);
    new RevocationCheck(trust.lists(), false).judge(way, now, now, judgement);
    return judgement.verdicts().get(Aspect.REVOCATION) == Outcome.FAILED;
  }
}
