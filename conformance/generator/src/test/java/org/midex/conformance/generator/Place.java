package org.midex.conformance.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the paths of a vector stand for.
 *
 * @param folder where its files are
 * @param made where what the implementation has written is
 * @param target where what is written next goes
 */
record Place(Path folder, Path made, Path target) {
  private static final String OUTPUT = "output:";
  private static final Set<String> FILES =
      Set.of("file", "signature", "trust", "crl", "policy", "about");

  /** The same for the judge, whose files are kept apart. */
  Place ofJudge() throws IOException {
    return new Place(folder, made, Files.createDirectories(target.resolve("judge")));
  }

  Path path(String name) {
    return name.startsWith(OUTPUT)
        ? made.resolve(name.substring(OUTPUT.length()))
        : folder.resolve(name).normalize();
  }

  /** A request whose paths are absolute. */
  ObjectNode absolute(JsonNode request) {
    ObjectNode absolute = request.deepCopy();
    for (Map.Entry<String, JsonNode> member : List.copyOf(absolute.properties())) {
      JsonNode value = member.getValue();
      if (member.getKey().equals("output")) {
        absolute.put("output", target.resolve(value.asText()).toString());
      } else if (FILES.contains(member.getKey()) || value.isContainerNode()) {
        absolute.set(member.getKey(), absoluteValue(value));
      }
    }
    return absolute;
  }

  private JsonNode absoluteValue(JsonNode value) {
    if (value instanceof ArrayNode all) {
      ArrayNode paths = all.arrayNode();
      all.forEach(one -> paths.add(absoluteValue(one)));
      return paths;
    }
    return value.isObject() ? absolute(value) : TextNode.valueOf(path(value.asText()).toString());
  }
}
