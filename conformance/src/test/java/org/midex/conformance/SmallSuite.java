package org.midex.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.midex.conformance.suite.Suite;
import org.midex.conformance.wording.Wording;
import org.midex.schema.Catalogue;

/** A suite made for a test. */
public final class SmallSuite {
  /** The language of most tests. */
  public static final Wording ENGLISH = Catalogue.standard().texts("en")::ui;

  private final Map<String, String> files = new TreeMap<>();

  /** Adds a vector with one message, which is expected to be conformant. */
  public SmallSuite message(String id, String text) {
    return vector(
        "validator/area/" + id,
        "\"level\":\"MUST\"",
        "{\"op\":\"validate\",\"file\":\"message.xml\"}",
        "{\"verdict\":\"conformant\",\"rules\":[]}",
        text);
  }

  /**
   * Adds a vector.
   *
   * @param path profile, area and id
   */
  public SmallSuite vector(
      String path, String members, String request, String expect, String message) {
    String id = path.substring(path.lastIndexOf('/') + 1);
    files.put(
        path + "/test.json",
        """
        {"id":"%s","clauses":["MSG-1"],%s,"title":"t","why":"w","since":"1.0",
        "steps":[{"request":%s,"expect":%s}]}
        """
            .formatted(id, members, request, expect));
    files.put(path + "/message.xml", message);
    return this;
  }

  /** Any other file. */
  public SmallSuite file(String path, String text) {
    files.put(path, text);
    return this;
  }

  /** Writes it. */
  public Suite write(Path root) throws IOException {
    StringBuilder manifest = new StringBuilder();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
      manifest.append(sha256(file.getValue())).append("  ").append(file.getKey()).append('\n');
    }
    Files.writeString(root.resolve("MANIFEST.sha256"), manifest);
    return Suite.of(root);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
