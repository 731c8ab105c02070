package org.midex.model.signature;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about one signature.
 *
 * @param file the file of the package that holds it; null for a detached one
 * @param algorithm signature algorithm, such as {@code SHA256withECDSA}; null when it is unreadable
 * @param signer the signer's certificate; null when it is missing
 * @param chain from the signer's certificate to the authority; empty when there is no path
 * @param claimedTime when the signer says that it was made
 * @param provenTime when a timestamp says that it was there
 * @param verdicts what each aspect came to
 * @param faults why, in the order in which they were found
 */
public record SignatureReport(
    @Nullable String file,
    @Nullable String algorithm,
    @Nullable CertificateView signer,
    List<CertificateView> chain,
    @Nullable Instant claimedTime,
    @Nullable Instant provenTime,
    Map<Aspect, Outcome> verdicts,
    List<Fault> faults) {
  public SignatureReport {
    chain = List.copyOf(chain);
    verdicts = Map.copyOf(verdicts);
    faults = List.copyOf(faults);
  }

  /** The gravest of the verdicts. */
  public Outcome outcome() {
    return Outcome.gravest(verdicts.values());
  }

  /** The verdicts in the order of {@link Aspect}. */
  public Map<Aspect, Outcome> ordered() {
    return new EnumMap<>(verdicts);
  }
}
