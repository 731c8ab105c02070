package org.midex.conformance.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Digests of the suite's files, in the form of {@code sha256sum}. */
final class Manifest {
  private static final int HEX = 64;

  /** Where files are read from, by their paths in the suite. */
  interface Source {
    byte[] read(String path) throws IOException;
  }

  private final Map<String, String> digests;
  private final String digest;

  private Manifest(Map<String, String> digests, String digest) {
    this.digests = digests;
    this.digest = digest;
  }

  static Manifest of(byte[] bytes) throws SuiteException {
    Map<String, String> digests = new TreeMap<>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
      if (line.length() < HEX + 3 || line.contains("..") || line.charAt(HEX + 2) == '/') {
        throw new SuiteException(Suite.MANIFEST + " has a line that is none: " + line);
      }
      digests.put(line.substring(HEX + 2), line.substring(0, HEX));
    }
    return new Manifest(digests, sha256(bytes));
  }

  Collection<String> paths() {
    return digests.keySet();
  }

  /** Of the manifest itself. */
  String digest() {
    return digest;
  }

  /** The bytes of a file, which are those that the manifest means. */
  byte[] verified(String path, Source files) throws IOException {
    byte[] bytes = files.read(path);
    if (!sha256(bytes).equals(digests.get(path))) {
      throw new SuiteException("the suite's file was changed: " + path);
    }
    return bytes;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
