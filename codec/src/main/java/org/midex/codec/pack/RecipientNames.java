package org.midex.codec.pack;

import java.math.BigInteger;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cms.PKIXRecipientId;
import org.bouncycastle.cms.RecipientId;
import org.jspecify.annotations.Nullable;

/** Whose key a sealed file names, as people are shown it. */
final class RecipientNames {
  private RecipientNames() {}

  /** Who issued the certificate; null when it is named in another way. */
  static @Nullable X500Name issuer(RecipientId id) {
    return id instanceof PKIXRecipientId named ? named.getIssuer() : null;
  }

  static String of(RecipientId id) {
    return id instanceof PKIXRecipientId named
        ? name(named.getIssuer(), named.getSerialNumber())
        : "unknown";
  }

  private static String name(@Nullable X500Name issuer, @Nullable BigInteger serial) {
    return issuer == null || serial == null
        ? "a key by its identifier"
        : serial.toString(16) + " (" + issuer + ")";
  }
}
