package org.midex.codec.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
  private final Policy policy;
  private final SignatureJudge signatures;

  /**
   * @param now when the answer is to hold
   * @param receiver who verifies, and must be among those a package is meant for; null for anybody
   */
  public Verifier(Trust trust, Policy policy, Instant now, @Nullable Party receiver) {
    this.policy = policy;
    this.signatures = new SignatureJudge(trust, policy, now, receiver);
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
        Map<String, Map<Hash, byte[]>> digests = file.digests();
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
      Map<Hash, byte[]> digests = file.digests(content);
      for (SignerInformation signer : file.signers()) {
        Judgement judgement = new Judgement();
        reports.add(signatures.judge(null, file, signer, digests, judgement, said));
      }
    } catch (FaultException e) {
      reports.add(unreadable(null, e.fault()));
    }
    return conclude(reports, new ArrayList<>(), List.of(name), said);
  }

  /** Whether the policy wants a signature of every file. */
  public boolean wantsSignature() {
    return policy.wantsSignature();
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
      Map<String, Map<Hash, byte[]>> found,
      List<Addressing> said)
      throws IOException {
    String name = part.signatureName();
    SignatureFile signature;
    try {
      signature = SignatureFile.read(part.signature());
    } catch (FaultException e) {
      return List.of(unreadable(name, e.fault()));
    }
    Map<Hash, byte[]> digests = signature.digests(new ByteArrayInputStream(part.signed()));
    List<SignatureReport> reports = new ArrayList<>();
    for (SignerInformation signer : signature.signers()) {
      Judgement judgement = new Judgement();
      ManifestCheck check = new ManifestCheck(part.manifest(), judgement);
      check.judgeFiles(file.payloads(), found);
      said.forEach(check::judgeAddressing);
      Addressing own = part.manifest().addressing();
      Addressing known = own.sender() == null && !said.isEmpty() ? said.get(0) : own;
      reports.add(signatures.judge(name, signature, signer, digests, judgement, known));
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
}
