package org.midex.codec.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.midex.schema.internal.YamlFile;

/**
 * What a receiver wants of signatures.
 *
 * <pre>
 * signature: true         # unsigned files are a failure where messages are judged
 * revocation: true        # without a revocation list the answer is INDETERMINATE
 * timestamp: false        # the time must be proven
 * post-quantum: false     # an ML-DSA-65 signature must be there too
 * algorithms: [ECDSA-P256, ECDSA-P384, ED25519, RSA-PSS, ML-DSA-65]
 * </pre>
 */
public final class Policy {
  private static final Policy STANDARD =
      new Policy(true, true, false, false, EnumSet.allOf(Algorithm.class));

  private final boolean signature;
  private final boolean revocation;
  private final boolean timestamp;
  private final boolean postQuantum;
  private final Set<Algorithm> algorithms;

  private Policy(
      boolean signature,
      boolean revocation,
      boolean timestamp,
      boolean postQuantum,
      Set<Algorithm> algorithms) {
    this.signature = signature;
    this.revocation = revocation;
    this.timestamp = timestamp;
    this.postQuantum = postQuantum;
    this.algorithms = algorithms;
  }

  /**
   * Files must be signed, by any of the standard's algorithms, and revocation be known; nothing
   * else is asked for.
   */
  public static Policy standard() {
    return STANDARD;
  }

  /**
   * Reads a policy; what it does not say is as in {@link #standard()}.
   *
   * @throws IOException when the file cannot be read
   * @throws org.midex.schema.CatalogueException when it is wrong, with the place
   */
  public static Policy read(Path file) throws IOException {
    YamlFile.Value yaml;
    try (InputStream in = Files.newInputStream(file)) {
      yaml = YamlFile.read(in, file.toString());
    }
    yaml.allow(Set.of("signature", "revocation", "timestamp", "post-quantum", "algorithms"));
    return new Policy(
        flag(yaml, "signature", STANDARD.signature),
        flag(yaml, "revocation", STANDARD.revocation),
        flag(yaml, "timestamp", STANDARD.timestamp),
        flag(yaml, "post-quantum", STANDARD.postQuantum),
        yaml.get("algorithms") == null ? STANDARD.algorithms : algorithms(yaml));
  }

  private static boolean flag(YamlFile.Value yaml, String name, boolean otherwise) {
    YamlFile.Value value = yaml.get(name);
    return value == null ? otherwise : value.flag();
  }

  private static Set<Algorithm> algorithms(YamlFile.Value yaml) {
    Set<Algorithm> named = EnumSet.noneOf(Algorithm.class);
    for (YamlFile.Value value : yaml.list("algorithms")) {
      try {
        named.add(Algorithm.valueOf(value.text().toUpperCase(Locale.ROOT).replace('-', '_')));
      } catch (IllegalArgumentException e) {
        throw value.fault("one of ECDSA-P256, ECDSA-P384, ED25519, RSA-PSS, ML-DSA-65 is expected");
      }
    }
    return named;
  }

  /** Whether unsigned files are a failure. */
  public boolean wantsSignature() {
    return signature;
  }

  boolean wantsRevocation() {
    return revocation;
  }

  boolean wantsTimestamp() {
    return timestamp;
  }

  boolean wantsPostQuantum() {
    return postQuantum;
  }

  boolean allows(Algorithm algorithm) {
    return algorithms.contains(algorithm);
  }
}
