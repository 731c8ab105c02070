package org.midex.codec.pack;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;

/**
 * The digests that the standard allows, with their names in CMS (RFC 5754) and in manifests (XML
 * Encryption). The JDK's are several times as fast as others.
 */
enum Hash {
  SHA_256("SHA-256", NISTObjectIdentifiers.id_sha256, "http://www.w3.org/2001/04/xmlenc#sha256"),
  SHA_384(
      "SHA-384", NISTObjectIdentifiers.id_sha384, "http://www.w3.org/2001/04/xmldsig-more#sha384"),
  SHA_512("SHA-512", NISTObjectIdentifiers.id_sha512, "http://www.w3.org/2001/04/xmlenc#sha512");

  private static final int BUFFER = 1 << 16;

  private final String jdkName;
  private final String oid;
  private final String uri;

  Hash(String jdkName, ASN1ObjectIdentifier oid, String uri) {
    this.jdkName = jdkName;
    this.oid = oid.getId();
    this.uri = uri;
  }

  static Optional<Hash> of(ASN1ObjectIdentifier oid) {
    return Arrays.stream(values()).filter(hash -> hash.oid.equals(oid.getId())).findFirst();
  }

  static Optional<Hash> ofUri(String uri) {
    return Arrays.stream(values()).filter(hash -> hash.uri.equals(uri)).findFirst();
  }

  /** The name in manifests. */
  String uri() {
    return uri;
  }

  MessageDigest digest() {
    try {
      return MessageDigest.getInstance(jdkName);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has them
    }
  }

  /** Several digests of bytes that are read once, to their end. */
  static Map<Hash, byte[]> all(Set<Hash> wanted, InputStream in) throws IOException {
    Map<Hash, MessageDigest> running = new EnumMap<>(Hash.class);
    wanted.forEach(hash -> running.put(hash, hash.digest()));
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      for (MessageDigest digest : running.values()) {
        digest.update(buffer, 0, read);
      }
    }
    Map<Hash, byte[]> values = new EnumMap<>(Hash.class);
    running.forEach((hash, digest) -> values.put(hash, digest.digest()));
    return values;
  }
}
