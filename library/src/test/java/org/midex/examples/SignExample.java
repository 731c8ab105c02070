package org.midex.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.midex.Midex;
import org.midex.Packages;
import org.midex.codec.pack.KeyFiles;
import org.midex.codec.pack.Policy;
import org.midex.codec.pack.Signing;
import org.midex.codec.pack.SigningKey;
import org.midex.codec.pack.Trust;
import org.midex.codec.pack.Verifier;
import org.midex.model.Party;
import org.midex.model.signature.Outcome;
import org.midex.model.signature.Verification;

final class SignExample {
  private SignExample() {}

  static Outcome run(Path file, Path signed, Path keyFile, char[] password, Path trustFolder)
      throws IOException {
    // example
    Packages packages = new Packages(Midex.standard());
    SigningKey key = KeyFiles.pkcs12(keyFile, password, null).toSign();
    Signing signing = new Signing(List.of(key), Instant.now(), null);
    packages.sign(List.of(file), signed, signing, false, false); // judges the message first

    Party receiver = new Party("DEU", "EXAMPLE-MIN");
    Trust trust = Trust.read(trustFolder);
    Verifier verifier = new Verifier(trust, Policy.standard(), Instant.now(), receiver);
    Verification found = packages.verify(signed, null, verifier);
    found.signatures().forEach(s -> System.out.println(s.signer() + " " + s.verdicts()));
    return found.outcome();
    // end
  }
}
