package org.midex.codec.pack;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
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

  /** A digest of the JDK's, which is several times as fast. */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
