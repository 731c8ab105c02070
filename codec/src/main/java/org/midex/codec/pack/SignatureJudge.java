package org.midex.codec.pack;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;
import org.midex.model.Party;
import org.midex.model.signature.Aspect;
import org.midex.model.signature.Fault;
import org.midex.model.signature.Outcome;
import org.midex.model.signature.SignatureReport;

/** Judges one signature after the other: cryptography, path, revocation, policy, scope. */
final class SignatureJudge {
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private final Trust trust;
  private final Policy policy;
  private final Instant now;
  private final @Nullable Party receiver;

  SignatureJudge(Trust trust, Policy policy, Instant now, @Nullable Party receiver) {
    this.trust = trust;
    this.policy = policy;
    this.now = now;
    this.receiver = receiver;
  }

  /**
   * Judges one signature.
   *
   * @param name of the signature's file; null where it is known
   * @param digests of what is signed
   * @param judgement what is known of it already
   * @param addressing who sends to whom what is signed
   */
  SignatureReport judge(
      @Nullable String name,
      SignatureFile file,
      SignerInformation signer,
      Map<Hash, byte[]> digests,
      Judgement judgement,
      Addressing addressing) {
    SignerCheck check = new SignerCheck(signer, judgement);
    check.run(file, digests);
    TimestampCheck timestamp = new TimestampCheck(trust.timestampAuthorities());
    Instant proven = timestamp.provenTime(signer);
    judgeTimes(check, proven, timestamp, judgement);
    Algorithm algorithm = check.algorithm();
    if (algorithm != null && !policy.allows(algorithm)) {
      judgement.fail(Aspect.POLICY, Fault.of("MDX-P40", Map.of("what", algorithm.jcaName())));
    }
    X509Certificate certificate = check.certificate();
    if (certificate == null) {
      judgement.undecided(Aspect.PATH);
      judgement.undecided(Aspect.REVOCATION);
      judgement.undecided(Aspect.SCOPE);
      return new SignatureReport(
          name, null, null, List.of(), null, proven, judgement.verdicts(), judgement.faults());
    }
    Instant time = proven == null ? now : proven;
    List<X509Certificate> way =
        new PathCheck(trust.authorities(), file.certificates())
            .judge(certificate, time, proven != null, judgement);
    if (way.isEmpty()) {
      judgement.undecided(Aspect.REVOCATION);
    } else {
      new RevocationCheck(trust.lists(), policy.wantsRevocation()).judge(way, time, now, judgement);
    }
    judgeScope(certificate, time, addressing, judgement);
    return new SignatureReport(
        name,
        algorithm == null ? null : algorithm.jcaName(),
        Certificates.view(certificate),
        way.stream().map(Certificates::view).toList(),
        check.claimed(),
        proven,
        judgement.verdicts(),
        judgement.faults());
  }

  private void judgeTimes(
      SignerCheck check, @Nullable Instant proven, TimestampCheck timestamp, Judgement judgement) {
    Fault fault = timestamp.fault();
    if (fault != null) {
      judgement.fault(Aspect.POLICY, Outcome.PASSED, fault);
    }
    if (policy.wantsTimestamp() && proven == null) {
      judgement.fail(Aspect.POLICY, new Fault("MDX-P43", null, Map.of()));
    }
    Instant claimed = check.claimed();
    if (claimed != null && claimed.isAfter(now.plus(CLOCKS_DIFFER))) {
      judgement.fail(Aspect.POLICY, Fault.of("MDX-P45", Map.of("time", claimed.toString())));
    }
    X509Certificate certificate = check.certificate();
    if (claimed != null
        && certificate != null
        && !PathCheck.within(certificate, claimed).equals(claimed)) {
      judgement.fail(Aspect.PATH, PathCheck.notValid(certificate, claimed));
    }
  }

  private static String names(List<Party> parties) {
    return parties.isEmpty() ? "-" : Party.names(parties);
  }

  private void judgeScope(
      X509Certificate certificate, Instant time, Addressing addressing, Judgement judgement) {
    Party sender = addressing.sender();
    String signer = certificate.getSubjectX500Principal().getName();
    if (sender == null) {
      judgement.fault(Aspect.SCOPE, Outcome.PASSED, new Fault("MDX-P54", null, Map.of()));
    }
    boolean may =
        sender == null
            ? !trust.speaksFor(certificate, time).isEmpty()
            : trust.speaksFor(certificate, time).contains(sender);
    if (!may && trust.knows(certificate)) {
      judgement.fail(
          Aspect.SCOPE,
          Fault.of("MDX-P50", Map.of("signer", signer, "sender", String.valueOf(sender))));
    } else if (!may) {
      judgement.fault(
          Aspect.SCOPE, Outcome.INDETERMINATE, Fault.of("MDX-P53", Map.of("signer", signer)));
    }
    if (receiver != null && !addressing.receivers().contains(receiver)) {
      judgement.fail(
          Aspect.SCOPE,
          Fault.of(
              "MDX-P51",
              Map.of("receiver", receiver.toString(), "receivers", names(addressing.receivers()))));
    }
  }
}
