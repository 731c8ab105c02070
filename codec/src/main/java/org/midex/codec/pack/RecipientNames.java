package org.midex.codec.pack;

import java.math.BigInteger;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cms.KEMRecipientId;
import org.bouncycastle.cms.KeyAgreeRecipientId;
import org.bouncycastle.cms.KeyTransRecipientId;
import org.bouncycastle.cms.RecipientId;
import org.jspecify.annotations.Nullable;

/** Whose key a sealed file names, as people are shown it. */
final class RecipientNames {
  private RecipientNames() {}

  static String of(RecipientId id) {
    if (id instanceof KeyTransRecipientId rsa) {
      return name(rsa.getIssuer(), rsa.getSerialNumber());
    }
    if (id instanceof KeyAgreeRecipientId agreed) {
      return name(agreed.getIssuer(), agreed.getSerialNumber());
    }
    if (id instanceof KEMRecipientId kem) {
      return name(kem.getIssuer(), kem.getSerialNumber());
    }
    return "unknown";
  }

  private static String name(@Nullable X500Name issuer, @Nullable BigInteger serial) {
    return issuer == null || serial == null
        ? "a key by its identifier"
        : issuer + ", number " + serial.toString(16);
  }
}
