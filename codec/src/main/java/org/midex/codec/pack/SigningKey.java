package org.midex.codec.pack;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key to sign with, and the certificates that say whose it is.
 *
 * @param key the private key, which may be a handle to one in a token
 * @param chain from the signer's certificate towards the authority; never empty
 * @param provider where the key works; null for any
 */
public record SigningKey(PrivateKey key, List<X509Certificate> chain, @Nullable Provider provider) {
  /**
   * @throws IllegalArgumentException when the standard does not sign with such keys: it does with
   *     ECDSA P-256 and P-384, Ed25519, RSA-PSS from 3072 bits, and ML-DSA-65
   */
  public SigningKey {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("the key has no certificate");
    }
    if (Algorithm.of(chain.get(0).getPublicKey()).isEmpty()) {
      throw new IllegalArgumentException(
          "signatures are made with ECDSA P-256 or P-384, Ed25519, RSA from 3072 bits or ML-DSA-65,"
              + " not with "
              + chain.get(0).getPublicKey().getAlgorithm()
              + " of this size");
    }
  }

  /**
   * Makes sure that the certificate is one to sign with, so that no signature is made that nobody
   * will believe.
   *
   * @param time when it signs
   * @throws IllegalArgumentException when it is an authority's, for another use, or not valid then
   */
  void requireForSigning(Instant time) {
    String reason =
        PathCheck.within(certificate(), time).equals(time)
            ? PathCheck.whyNotToSign(certificate())
            : "it is valid from %s to %s, not on %s"
                .formatted(
                    certificate().getNotBefore().toInstant(),
                    certificate().getNotAfter().toInstant(),
                    time);
    if (reason != null) {
      throw new IllegalArgumentException(
          "the certificate of "
              + certificate().getSubjectX500Principal()
              + " is not one to sign with: "
              + reason);
    }
  }

  public X509Certificate certificate() {
    return chain.get(0);
  }

  Algorithm algorithm() {
    return Algorithm.of(certificate().getPublicKey()).orElseThrow();
  }

  /** Not the key itself. */
  @Override
  public String toString() {
    return algorithm() + " " + certificate().getSubjectX500Principal();
  }
}
