package org.midex.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the files of a vector are.
 *
 * @param root of the suite, which its files do not leave
 * @param folder of the vector
 * @param work where outputs go
 */
record Paths(Path root, Path folder, Path work) {
  private static final String OUTPUT = "output";
  private static final String MADE = "output:";
  private static final List<String> NAMES =
      List.of("file", "signature", "trust", "crl", "policy", "about");
  private static final List<String> LISTS = List.of("files", "to");

  /** A request whose paths are absolute. */
  ObjectNode absolute(ObjectNode request) {
    ObjectNode whole = request.deepCopy();
    for (String name : NAMES) {
      if (whole.path(name).isTextual()) {
        whole.set(name, text(whole.path(name)));
      }
    }
    for (String name : LISTS) {
      if (whole.path(name) instanceof ArrayNode all) {
        for (int i = 0; i < all.size(); i++) {
          all.set(i, text(all.get(i)));
        }
      }
    }
    if (whole.path("key") instanceof ObjectNode key) {
      key.set("file", text(key.path("file")));
    }
    for (JsonNode key : whole.path("keys")) {
      ((ObjectNode) key).set("file", text(key.path("file")));
    }
    if (whole.has(OUTPUT)) {
      whole.put(OUTPUT, made(whole.path(OUTPUT).asText()).toString());
    }
    return whole;
  }

  private TextNode text(JsonNode path) {
    return TextNode.valueOf(of(path.asText()).toString());
  }

  /** A file of the suite, or with {@code output:} before its name one that was made. */
  Path of(String path) {
    if (path.startsWith(MADE)) {
      return made(path.substring(MADE.length()));
    }
    return within(root, folder.resolve(path).normalize());
  }

  private Path made(String name) {
    return within(work, work.resolve(name).normalize());
  }

  private static Path within(Path base, Path path) {
    if (!path.startsWith(base)) {
      throw new IllegalArgumentException(path + " is outside " + base);
    }
    return path;
  }
}
