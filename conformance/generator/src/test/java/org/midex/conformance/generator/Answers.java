package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.midex.conformance.reference.ReferenceImplementation;

/** Asks the reference what a vector asks, and says what is not as expected. */
final class Answers {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final ReferenceImplementation reference = new ReferenceImplementation();
  private final Path output;

  /**
   * @param output an empty folder for what is written
   */
  Answers(Path output) {
    this.output = output;
  }

  /** What differs in the steps of a vector; nothing when all is right. */
  List<String> differences(Path folder) throws IOException {
    List<String> differences = new ArrayList<>();
    for (JsonNode step : MAPPER.readTree(folder.resolve("test.json").toFile()).get("steps")) {
      ObjectNode request = step.get("request").deepCopy();
      request.put("file", folder.resolve(request.get("file").asText()).normalize().toString());
      Path written = output.resolve(folder.getFileName() + "-" + request.path("output").asText());
      if (request.has("output")) {
        request.put("output", written.toString());
      }
      ObjectNode answer = reference.answer(request);
      JsonNode expect = step.get("expect");
      for (Map.Entry<String, JsonNode> member : expect.properties()) {
        if (!holds(member.getKey(), member.getValue(), expect, answer, folder, written)) {
          differences.add(member.getKey() + " " + member.getValue() + " but " + answer);
        }
      }
    }
    return differences;
  }

  private static boolean holds(
      String name, JsonNode expected, JsonNode expect, ObjectNode answer, Path folder, Path written)
      throws IOException {
    return switch (name) {
      case "verdict", "message", "data", "written", "rows" ->
          expected.asText().equals(answer.path(name).asText("absent"));
      case "rules" -> rulesHold(expected, expect.path("may"), answer);
      case "may" -> true;
      case "oneOf" -> rules(answer).stream().anyMatch(texts(expected)::contains);
      case "counts" -> countsHold(expected, answer);
      case "output" -> outputHolds(expected, folder, written);
      default -> throw new IllegalArgumentException("cannot compare " + name);
    };
  }

  private static boolean rulesHold(JsonNode expected, JsonNode may, ObjectNode answer) {
    Set<String> told = rules(answer);
    Set<String> must = texts(expected);
    told.removeIf(rule -> !must.contains(rule) && texts(may).contains(rule));
    return answer.has("findings") && told.equals(must);
  }

  /** Of errors and warnings. */
  private static Set<String> rules(ObjectNode answer) {
    Set<String> rules = new TreeSet<>();
    for (JsonNode finding : answer.path("findings")) {
      if (!finding.get("severity").asText().equals("info")) {
        rules.add(finding.get("rule").asText());
      }
    }
    return rules;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static boolean countsHold(JsonNode expected, ObjectNode answer) {
    boolean holds = true;
    for (Map.Entry<String, JsonNode> count : expected.properties()) {
      int told = 0;
      for (JsonNode finding : answer.path("findings")) {
        if (finding.get("rule").asText().equals(count.getKey())) {
          told += finding.path("count").asInt(1);
        }
      }
      holds &= told == count.getValue().asInt();
    }
    return holds;
  }

  private static boolean outputHolds(JsonNode expected, Path folder, Path written)
      throws IOException {
    if (!Files.exists(written)) {
      return false;
    }
    byte[] bytes = Files.readAllBytes(written);
    Files.delete(written);
    if (expected.has("same")) {
      byte[] same = Files.readAllBytes(folder.resolve(expected.get("same").asText()));
      return new String(bytes, UTF_8).equals(new String(same, UTF_8));
    }
    return MAPPER
        .readTree(folder.resolve(expected.get("avro").asText()).toFile())
        .equals(MAPPER.readTree(AvroContent.json(bytes)));
  }

  /** All vectors of the suite that ask what a message helper answers. */
  static List<Path> folders(Path suite) throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String profile : List.of("reader", "writer", "validator")) {
      try (var all = Files.walk(suite.resolve(profile))) {
        all.filter(path -> path.endsWith("test.json"))
            .map(Path::getParent)
            .sorted()
            .forEach(folders::add);
      }
    }
    return folders;
  }

  public static void main(String[] arguments) throws IOException {
    Answers answers = new Answers(Files.createTempDirectory("vectors"));
    int wrong = 0;
    List<Path> folders = folders(Path.of(arguments[0]));
    for (Path folder : folders) {
      List<String> differences = answers.differences(folder);
      wrong += differences.isEmpty() ? 0 : 1;
      differences.forEach(d -> System.out.println(folder.getFileName() + ": " + d));
    }
    System.out.println(folders.size() + " vectors, " + wrong + " wrong");
  }
}
