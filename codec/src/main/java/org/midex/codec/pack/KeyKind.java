package org.midex.codec.pack;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Kinds of keys: those to sign with and those to seal for. */
public enum KeyKind {
  ECDSA_P256("EC", "secp256r1", 0, true, true),
  ECDSA_P384("EC", "secp384r1", 0, true, false),
  ED25519("Ed25519", null, 0, true, false),
  RSA_3072("RSA", null, 3072, true, true),
  ML_DSA_65("ML-DSA-65", null, 0, true, false),
  ML_KEM_768("ML-KEM-768", null, 0, false, true);

  private final String name;
  private final @Nullable String curve;
  private final int bits;
  private final boolean signs;
  private final boolean seals;

  KeyKind(String name, @Nullable String curve, int bits, boolean signs, boolean seals) {
    this.name = name;
    this.curve = curve;
    this.bits = bits;
    this.signs = signs;
    this.seals = seals;
  }

  /** As on the command line: {@code ECDSA-P256}. */
  public String text() {
    return name().replace('_', '-');
  }

  /**
   * The kind of a name as on the command line, in any case.
   *
   * @throws IllegalArgumentException when there is none, naming all
   */
  public static KeyKind ofText(String text) {
    String wanted = text.toUpperCase(Locale.ROOT).replace('_', '-');
    return Arrays.stream(values())
        .filter(kind -> kind.text().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(text + ": expected one of " + texts()));
  }

  /** All names. */
  public static List<String> texts() {
    return Arrays.stream(values()).map(KeyKind::text).toList();
  }

  public boolean signs() {
    return signs;
  }

  public boolean seals() {
    return seals;
  }

  /** A new pair of keys. */
  KeyPair generate() {
    try {
      boolean quantum = name.startsWith("ML-");
      Provider provider = quantum ? Crypto.provider() : null;
      KeyPairGenerator generator =
          provider == null
              ? KeyPairGenerator.getInstance(name)
              : KeyPairGenerator.getInstance(name, provider);
      if (curve != null) {
        generator.initialize(new ECGenParameterSpec(curve));
      } else if (bits > 0) {
        generator.initialize(bits);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
