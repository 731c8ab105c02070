package org.midex.conformance.generator;

import java.io.IOException;

/** All vectors of the profile signer, and the keys, trust folders and policies that they share. */
final class PackageVectors implements VectorSource {
  @Override
  public void add(Drafts drafts) throws IOException {
    Bench bench = new Bench(drafts);
    bench.keys.put(drafts);
    drafts.put(Bench.USUAL, bench.usualSignature());
    new Trusts(drafts, bench.keys).put();
    Cases packages = new Cases(drafts, "packages");
    LayoutVectors.add(packages, bench);
    new CoverVectors(packages, bench).add();
    new EntryVectors(packages, bench).add();
    new DamageVectors(packages, bench).add();
    LimitVectors.add(packages, bench);
    new AddressVectors(packages, bench).add();
    Cases signatures = new Cases(drafts, "signatures");
    new AlgorithmVectors(signatures, bench).add();
    new AttributeVectors(signatures, bench).add();
    new TrustVectors(signatures, bench).add();
    new TimeVectors(signatures, bench).add();
    Cases detached = new Cases(drafts, "detached");
    new DetachedVectors(detached, bench).add();
    new SigningVectors(packages, detached).add();
    Cases sealing = new Cases(drafts, "sealing");
    new SealVectors(sealing, bench).add();
    new OpenVectors(drafts, sealing, bench).add();
    new OpensslVectors(signatures, sealing, bench).add();
  }
}
