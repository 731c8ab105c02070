package org.midex.codec.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;
import org.midex.model.Party;
import org.midex.model.signature.Aspect;
import org.midex.model.signature.Fault;
import org.midex.model.signature.Outcome;
import org.midex.model.signature.SignatureReport;
import org.midex.model.signature.Verification;

/**
 * Verifies signatures. Cryptography, the certificate's path, revocation, policy and scope get a
 * verdict each: one that cannot be decided says nothing of the others. Nobody is asked over a
 * network.
 */
public final class Verifier {
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private final Trust trust;
  private final Policy policy;
  private final Instant now;
  private final @Nullable Party receiver;

  /**
   * @param now when the answer is to hold
   * @param receiver who verifies, and must be among those a package is meant for; null for anybody
   */
  public Verifier(Trust trust, Policy policy, Instant now, @Nullable Party receiver) {
    this.trust = trust;
    this.policy = policy;
    this.now = now;
    this.receiver = receiver;
  }

  /**
   * Verifies a package, every file of it.
   *
   * @param said who each message in it says sends it to whom
   * @throws IOException when it cannot be read
   */
  public Verification verify(SignedPackage file, List<Addressing> said) throws IOException {
    List<Fault> faults = new ArrayList<>(file.faults());
    List<SignatureReport> reports = new ArrayList<>();
    Addressing addressing = Addressing.NONE;
    if (faults.isEmpty() && file.parts().isEmpty()) {
      faults.add(new Fault("MDX-P12", null, Map.of()));
    }
    if (faults.isEmpty()) {
      try {
        Map<String, Map<String, String>> digests = file.digests();
        for (SignedPackage.Part part : file.parts()) {
          addressing = part.manifest().addressing();
          reports.addAll(judge(file, part, digests, said));
        }
      } catch (FaultException e) {
        faults.add(e.fault());
      }
    }
    return conclude(reports, faults, file.payloads(), addressing);
  }

  /**
   * Verifies a detached signature.
   *
   * @param signature DER
   * @param content what it is of, read to its end
   * @param said who the content, if it is a message, says sends it to whom
   * @throws IOException when the content cannot be read
   */
  public Verification verify(byte[] signature, InputStream content, String name, Addressing said)
      throws IOException {
    List<SignatureReport> reports = new ArrayList<>();
    try {
      SignatureFile file = SignatureFile.read(signature);
      Map<ASN1ObjectIdentifier, byte[]> digests = file.digests(content);
      for (SignerInformation signer : file.signers()) {
        Judgement judgement = new Judgement();
        reports.add(judge(null, file, signer, digests, judgement, said));
      }
    } catch (FaultException e) {
      reports.add(unreadable(null, e.fault()));
    }
    return conclude(reports, new ArrayList<>(), List.of(name), said);
  }

  /** What is said of a file that has no signature at all. */
  public Verification unsigned(String name, Addressing said) {
    List<Fault> faults = new ArrayList<>();
    faults.add(new Fault("MDX-P41", null, Map.of()));
    return conclude(List.of(), faults, List.of(name), said);
  }

  private Verification conclude(
      List<SignatureReport> reports,
      List<Fault> faults,
      List<String> files,
      Addressing addressing) {
    boolean quantumSafe =
        reports.stream()
            .anyMatch(
                r ->
                    Algorithm.ML_DSA_65.jcaName().equals(r.algorithm())
                        && r.outcome() == Outcome.PASSED);
    if (policy.wantsPostQuantum() && !quantumSafe) {
      faults.add(new Fault("MDX-P42", null, Map.of()));
    }
    List<Outcome> outcomes =
        new ArrayList<>(reports.stream().map(SignatureReport::outcome).toList());
    if (!faults.isEmpty()) {
      outcomes.add(Outcome.FAILED);
    }
    return new Verification(
        Outcome.gravest(outcomes),
        reports,
        faults,
        files,
        addressing.sender(),
        addressing.receivers());
  }

  private List<SignatureReport> judge(
      SignedPackage file,
      SignedPackage.Part part,
      Map<String, Map<String, String>> found,
      List<Addressing> said)
      throws IOException {
    String name = part.signatureName();
    SignatureFile signature;
    try {
      signature = SignatureFile.read(part.signature());
    } catch (FaultException e) {
      return List.of(unreadable(name, e.fault()));
    }
    Map<ASN1ObjectIdentifier, byte[]> digests =
        signature.digests(new ByteArrayInputStream(part.signed()));
    List<SignatureReport> reports = new ArrayList<>();
    for (SignerInformation signer : signature.signers()) {
      Judgement judgement = new Judgement();
      judgeFiles(file, part.manifest(), found, judgement);
      Addressing own = part.manifest().addressing();
      said.forEach(one -> judgeAddressing(own, one, judgement));
      Addressing known = own.sender() == null && !said.isEmpty() ? said.get(0) : own;
      reports.add(judge(name, signature, signer, digests, judgement, known));
    }
    return reports;
  }

  /** A report of a signature that cannot be read. */
  private static SignatureReport unreadable(@Nullable String name, Fault fault) {
    Map<Aspect, Outcome> verdicts = new EnumMap<>(Aspect.class);
    for (Aspect aspect : Aspect.values()) {
      verdicts.put(aspect, aspect == Aspect.CRYPTO ? Outcome.FAILED : Outcome.INDETERMINATE);
    }
    return new SignatureReport(name, null, null, List.of(), null, null, verdicts, List.of(fault));
  }

  /** Every file is covered, and is what was signed. */
  private static void judgeFiles(
      SignedPackage file,
      Manifest manifest,
      Map<String, Map<String, String>> found,
      Judgement judgement) {
    List<String> payloads = file.payloads();
    for (Manifest.Signed signed : manifest.files()) {
      if (!payloads.contains(signed.name())) {
        judgement.fail(Aspect.CRYPTO, Fault.of("MDX-P08", signed.name()));
        continue;
      }
      String is = found.getOrDefault(signed.name(), Map.of()).get(signed.algorithm());
      String was = HexFormat.of().formatHex(signed.digest());
      if (is == null) {
        judgement.fail(
            Aspect.POLICY, Fault.of("MDX-P40", Map.of("what", "the digest " + signed.algorithm())));
      } else if (!is.equals(was)) {
        judgement.fail(
            Aspect.CRYPTO,
            new Fault("MDX-P10", signed.name(), Map.of("found", is, "expected", was)));
      }
    }
    for (String payload : payloads) {
      if (manifest.files().stream().noneMatch(signed -> signed.name().equals(payload))) {
        judgement.fail(Aspect.SCOPE, Fault.of("MDX-P07", payload));
      }
    }
  }

  /** The signed manifest and the messages say the same of sender and receivers. */
  private static void judgeAddressing(Addressing own, Addressing said, Judgement judgement) {
    if (own.sender() != null && said.sender() != null && !own.sender().equals(said.sender())) {
      judgement.fail(
          Aspect.SCOPE, differs("sender", said.sender().toString(), own.sender().toString()));
    }
    if (!said.receivers().isEmpty()
        && own.sender() != null
        && !List.copyOf(own.receivers()).equals(said.receivers())) {
      judgement.fail(
          Aspect.SCOPE, differs("receivers", names(said.receivers()), names(own.receivers())));
    }
  }

  private static Fault differs(String what, String found, String expected) {
    return Fault.of("MDX-P52", Map.of("what", what, "found", found, "expected", expected));
  }

  private static String names(List<Party> parties) {
    return String.join(", ", parties.stream().map(Party::toString).toList());
  }

  private SignatureReport judge(
      @Nullable String name,
      SignatureFile file,
      SignerInformation signer,
      Map<ASN1ObjectIdentifier, byte[]> digests,
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
    if (claimed != null && certificate != null) {
      Instant from = certificate.getNotBefore().toInstant();
      Instant until = certificate.getNotAfter().toInstant();
      if (claimed.isBefore(from) || claimed.isAfter(until)) {
        judgement.fail(
            Aspect.PATH,
            Fault.of(
                "MDX-P21",
                Map.of(
                    "signer", certificate.getSubjectX500Principal().getName(),
                    "time", claimed.toString(),
                    "from", from.toString(),
                    "until", until.toString())));
      }
    }
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
