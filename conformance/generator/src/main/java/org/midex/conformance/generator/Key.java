package org.midex.conformance.generator;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key with its certificates.
 *
 * @param kind as in {@link KeyTable}
 * @param chain from the key's certificate towards the authority, which is not in it
 */
record Key(String kind, PrivateKey key, List<X509Certificate> chain) {
  X509Certificate certificate() {
    return chain.get(0);
  }

  /** The same key, said to be that of other certificates. */
  Key with(List<X509Certificate> others) {
    return new Key(kind, key, others);
  }
}
