package org.midex.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.avro.AvroRuntimeException;
import org.jspecify.annotations.Nullable;
import org.midex.conformance.wording.Saying;

/** Looks at what an implementation wrote. */
final class Outputs {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 120;

  private Outputs() {}

  /** How a file differs from the one that is right; null when it does not. */
  static @Nullable Saying same(Path found, Path expected) throws IOException {
    byte[] one = Files.readAllBytes(expected);
    byte[] other = Files.readAllBytes(found);
    int at = Arrays.mismatch(one, other);
    if (at < 0) {
      return null;
    }
    return Saying.of("bytes", "at", at, "expected", around(one, at), "found", around(other, at));
  }

  private static Saying around(byte[] bytes, int at) {
    int from = Math.max(0, at - 20);
    int to = Math.min(bytes.length, at + SHOWN - 20);
    String text = new String(bytes, from, Math.max(0, to - from), StandardCharsets.UTF_8);
    return at >= bytes.length ? Saying.of("end") : Saying.quoted(json(text));
  }

  /** The text that a file lacks; null when it is in it. */
  static @Nullable Saying text(Path found, String expected) throws IOException {
    String text = new String(Files.readAllBytes(found), StandardCharsets.UTF_8);
    return text.contains(expected) ? null : Saying.of("lacks", "text", json(expected));
  }

  private static String json(String text) {
    return JSON.getNodeFactory().textNode(text).toString();
  }

  /** How an Avro file differs from what is right, as Apache Avro reads it. */
  static @Nullable Saying avro(Path found, Path expected) throws IOException {
    JsonNode wanted = JSON.readTree(Files.readString(expected));
    ObjectNode read;
    try {
      read = AvroFile.read(Files.readAllBytes(found));
    } catch (IOException | AvroRuntimeException e) {
      return Saying.of("avro", "reason", String.valueOf(e.getMessage()));
    }
    for (String part : new String[] {"header", "schema"}) {
      if (!wanted.path(part).equals(read.path(part))) {
        return Saying.of(
            "value", "name", part, "expected", wanted.path(part), "found", read.path(part));
      }
    }
    JsonNode rows = read.path("rows");
    for (int i = 0; i < Math.max(rows.size(), wanted.path("rows").size()); i++) {
      JsonNode right = wanted.path("rows").path(i);
      if (!right.toString().equals(rows.path(i).toString())) {
        return Saying.of("row", "n", i + 1, "expected", right, "found", rows.path(i));
      }
    }
    return null;
  }

  /** How the files in a package differ from those that were given. */
  static @Nullable Saying payload(Path found, JsonNode entries, Paths paths) throws IOException {
    try (ZipFile zip = new ZipFile(found.toFile())) {
      for (Map.Entry<String, JsonNode> one : entries.properties()) {
        ZipEntry entry = zip.getEntry(one.getKey());
        if (entry == null) {
          return Saying.of("noEntry", "name", one.getKey());
        }
        byte[] given = Files.readAllBytes(paths.of(one.getValue().asText()));
        if (!Arrays.equals(zip.getInputStream(entry).readNBytes(given.length + 1), given)) {
          return Saying.of("entry", "name", one.getKey());
        }
      }
      return null;
    }
  }
}
