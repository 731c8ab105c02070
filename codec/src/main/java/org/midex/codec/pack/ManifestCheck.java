package org.midex.codec.pack;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.midex.model.Party;
import org.midex.model.signature.Aspect;
import org.midex.model.signature.Fault;

/** Holds what one manifest says against what is in the package. */
final class ManifestCheck {
  private final Manifest manifest;
  private final Judgement judgement;

  ManifestCheck(Manifest manifest, Judgement judgement) {
    this.manifest = manifest;
    this.judgement = judgement;
  }

  /**
   * Every file is covered, and is what was signed.
   *
   * @param payloads files of the package
   * @param digests those that manifests name, by file
   */
  void judgeFiles(List<String> payloads, Map<String, Map<Hash, byte[]>> digests) {
    for (Manifest.Signed signed : manifest.files()) {
      if (payloads.contains(signed.name())) {
        judgeDigest(signed, digests.getOrDefault(signed.name(), Map.of()));
      } else {
        judgement.fail(Aspect.CRYPTO, Fault.of("MDX-P08", signed.name()));
      }
    }
    for (String payload : payloads) {
      if (manifest.files().stream().noneMatch(signed -> signed.name().equals(payload))) {
        judgement.fail(Aspect.SCOPE, Fault.of("MDX-P07", payload));
      }
    }
  }

  private void judgeDigest(Manifest.Signed signed, Map<Hash, byte[]> digests) {
    byte[] found = Hash.ofUri(signed.algorithm()).map(digests::get).orElse(null);
    if (found == null) {
      judgement.fail(
          Aspect.POLICY, Fault.of("MDX-P40", Map.of("what", "the digest " + signed.algorithm())));
    } else if (!MessageDigest.isEqual(found, signed.digest())) {
      HexFormat hex = HexFormat.of();
      Map<String, String> details =
          Map.of("found", hex.formatHex(found), "expected", hex.formatHex(signed.digest()));
      judgement.fail(Aspect.CRYPTO, new Fault("MDX-P10", signed.name(), details));
    }
  }

  /** The signed manifest and a message say the same of sender and receivers. */
  void judgeAddressing(Addressing said) {
    Addressing own = manifest.addressing();
    if (own.sender() == null) {
      return;
    }
    if (said.sender() != null && !own.hasSenderOf(said)) {
      differ("sender", said.sender().toString(), own.sender().toString());
    }
    if (!said.receivers().isEmpty() && !own.hasReceiversOf(said)) {
      differ("receivers", Party.names(said.receivers()), Party.names(own.receivers()));
    }
  }

  private void differ(String what, String found, String expected) {
    Map<String, String> details = Map.of("what", what, "found", found, "expected", expected);
    judgement.fail(Aspect.SCOPE, Fault.of("MDX-P52", details));
  }
}
