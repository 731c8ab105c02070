package org.midex.codec.pack;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names that ASiC gives files (ETSI EN 319 162-1, 4.4). */
final class Asic {
  static final String MIMETYPE = "mimetype";
  static final String ASIC_E = "application/vnd.etsi.asic-e+zip";
  static final String META = "META-INF/";
  static final String MANIFEST = META + "ASiCManifest";
  static final String SIGNATURE = META + "signature";
  static final String XML = ".xml";
  static final String P7S = ".p7s";
  static final String NAMESPACE = "http://uri.etsi.org/02918/v1.2.1#";
  static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
  static final String SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256";
  static final String SHA_384 = "http://www.w3.org/2001/04/xmldsig-more#sha384";
  static final String SHA_512 = "http://www.w3.org/2001/04/xmlenc#sha512";

  /** What the standard adds to manifests. */
  static final String PACKAGE = "urn:midex:package:1";

  private Asic() {}

  static String manifest(int number) {
    return MANIFEST + three(number) + XML;
  }

  static String signature(int number) {
    return SIGNATURE + three(number) + P7S;
  }

  /** A digest by its identifier; null for one that the standard does not allow. */
  static @Nullable MessageDigest digest(String algorithm) {
    try {
      return switch (algorithm) {
        case SHA_256 -> MessageDigest.getInstance("SHA-256");
        case SHA_384 -> MessageDigest.getInstance("SHA-384");
        case SHA_512 -> MessageDigest.getInstance("SHA-512");
        default -> null;
      };
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a name is none for a payload. */
  static boolean isReserved(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return folded.equals(MIMETYPE) || folded.startsWith(META.toLowerCase(Locale.ROOT));
  }

  private static String three(int number) {
    return "%03d".formatted(number);
  }
}
