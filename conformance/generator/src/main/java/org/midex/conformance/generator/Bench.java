package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** What vectors of packages are made with. */
final class Bench {
  static final String USUAL = "fixtures/signatures/usual.p7s";

  final Keys keys;
  private final byte[] usual;

  Bench(Drafts drafts) throws IOException {
    keys = new Keys(drafts);
    usual =
        drafts.kept(
            USUAL,
            () -> by("aut-p256").sign(Asic.usual().manifest(Asic.SIGNATURE).getBytes(UTF_8)));
  }

  /** The package that Austria sends to Germany; changed, it is no longer what was signed. */
  Zip usual() throws IOException {
    return Asic.usual().signed(manifest -> usual);
  }

  /** The signature in it. */
  byte[] usualSignature() {
    return usual.clone();
  }

  /** Signs as the standard says. */
  Asic.Signer by(String key) {
    return content -> new Cms(keys.get(key), content).bytes();
  }

  /** The usual package signed with another key. */
  Drafts.Maker signedBy(String... names) {
    return () -> {
      Asic.Signer[] signers = new Asic.Signer[names.length];
      for (int i = 0; i < names.length; i++) {
        signers[i] = by(names[i]);
      }
      return Asic.usual().signed(signers).bytes();
    };
  }

  /** Changes a signature before it is made. */
  interface Change {
    Cms of(Cms signature) throws IOException;
  }

  /** The usual package with a signature that is made in another way. */
  Drafts.Maker signedBy(String key, Change change) {
    return () ->
        Asic.usual().signed(content -> change.of(new Cms(keys.get(key), content)).bytes()).bytes();
  }
}
