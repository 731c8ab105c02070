package org.midex.codec.pack;

import java.security.Provider;
import java.security.PublicKey;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** What the JDK lacks, loaded when it is needed and registered nowhere. */
final class Crypto {
  private Crypto() {}

  private static final class Loaded {
    private static final Provider PROVIDER = new BouncyCastleProvider();
  }

  static Provider provider() {
    return Loaded.PROVIDER;
  }

  /** Whether a key is of a kind that the JDK knows by no class of its own. */
  static boolean isOfKind(PublicKey key, ASN1ObjectIdentifier kind) {
    return SubjectPublicKeyInfo.getInstance(key.getEncoded())
        .getAlgorithm()
        .getAlgorithm()
        .equals(kind);
  }
}
