package org.midex.codec.pack;

import java.util.Locale;

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

  /** What the standard adds to manifests. */
  static final String PACKAGE = "urn:midex:package:1";

  private Asic() {}

  static String manifest(int number) {
    return MANIFEST + three(number) + XML;
  }

  static String signature(int number) {
    return SIGNATURE + three(number) + P7S;
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
