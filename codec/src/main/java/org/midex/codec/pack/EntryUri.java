package org.midex.codec.pack;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Names of entries as manifests refer to them: relative URIs, percent-encoded (RFC 3986). */
final class EntryUri {
  private static final String PLAIN = "-._~/";

  private EntryUri() {}

  static String of(String name) {
    StringBuilder uri = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
      uri.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return uri.toString();
  }

  /**
   * The name that a URI stands for.
   *
   * @throws IllegalArgumentException when it is no relative URI
   */
  static String name(String uri) {
    return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
