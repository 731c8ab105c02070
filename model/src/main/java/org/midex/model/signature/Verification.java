package org.midex.model.signature;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.model.Party;

/**
 * What was found out about a signed file.
 *
 * @param outcome PASSED when every signature that counts holds in every aspect and every file is
 *     covered, INDETERMINATE when trust or revocation could not be decided, else FAILED
 * @param signatures each of them
 * @param faults what is wrong with the file as a whole
 * @param files the names of the files that are signed
 * @param sender who sends them by the signed manifest; null when it does not say
 * @param receivers who they are meant for by the signed manifest
 */
public record Verification(
    Outcome outcome,
    List<SignatureReport> signatures,
    List<Fault> faults,
    List<String> files,
    @Nullable Party sender,
    List<Party> receivers) {
  public Verification {
    signatures = List.copyOf(signatures);
    faults = List.copyOf(faults);
    files = List.copyOf(files);
    receivers = List.copyOf(receivers);
  }
}
