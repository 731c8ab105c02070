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

/** Looks at what an implementation wrote. */
final class Outputs {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 120;

  private Outputs() {}

  /** How a file differs from the one that is right; null when it does not. */
  static @Nullable String same(Path found, Path expected) throws IOException {
    byte[] one = Files.readAllBytes(expected);
    byte[] other = Files.readAllBytes(found);
    int at = Arrays.mismatch(one, other);
    if (at < 0) {
      return null;
    }
    return "the output differs from byte %d on: expected %s, found %s"
        .formatted(at, around(one, at), around(other, at));
  }

  private static String around(byte[] bytes, int at) {
    int from = Math.max(0, at - 20);
    int to = Math.min(bytes.length, at + SHOWN - 20);
    String text = new String(bytes, from, Math.max(0, to - from), StandardCharsets.UTF_8);
    return at >= bytes.length ? "the end" : JSON.getNodeFactory().textNode(text).toString();
  }

  /** The text that a file lacks; null when it is in it. */
  static @Nullable String text(Path found, String expected) throws IOException {
    String text = new String(Files.readAllBytes(found), StandardCharsets.UTF_8);
    return text.contains(expected)
        ? null
        : "the output does not have %s".formatted(JSON.getNodeFactory().textNode(expected));
  }

  /** How an Avro file differs from what is right, as Apache Avro reads it. */
  static @Nullable String avro(Path found, Path expected) throws IOException {
    JsonNode wanted = JSON.readTree(Files.readString(expected));
    ObjectNode read;
    try {
      read = AvroFile.read(Files.readAllBytes(found));
    } catch (IOException | AvroRuntimeException e) {
      return "Apache Avro cannot read the output: " + e.getMessage();
    }
    for (String part : new String[] {"header", "schema"}) {
      if (!wanted.path(part).equals(read.path(part))) {
        return "%s: expected %s, found %s".formatted(part, wanted.path(part), read.path(part));
      }
    }
    JsonNode rows = read.path("rows");
    for (int i = 0; i < Math.max(rows.size(), wanted.path("rows").size()); i++) {
      JsonNode right = wanted.path("rows").path(i);
      if (!right.toString().equals(rows.path(i).toString())) {
        return "row %d: expected %s, found %s".formatted(i + 1, right, rows.path(i));
      }
    }
    return null;
  }

  /** How the files in a package differ from those that were given. */
  static @Nullable String payload(Path found, JsonNode entries, Paths paths) throws IOException {
    try (ZipFile zip = new ZipFile(found.toFile())) {
      for (Map.Entry<String, JsonNode> one : entries.properties()) {
        ZipEntry entry = zip.getEntry(one.getKey());
        if (entry == null) {
          return "the package has no entry " + one.getKey();
        }
        byte[] given = Files.readAllBytes(paths.of(one.getValue().asText()));
        if (!Arrays.equals(zip.getInputStream(entry).readNBytes(given.length + 1), given)) {
          return "the package's entry " + one.getKey() + " is not the file that was given";
        }
      }
      return null;
    }
  }
}
