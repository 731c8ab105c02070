package org.midex.conformance.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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
    Path made = Files.createDirectories(output.resolve(folder.getFileName()));
    Place place = new Place(folder, made, made);
    List<String> differences = new ArrayList<>();
    for (JsonNode step : MAPPER.readTree(folder.resolve("test.json").toFile()).get("steps")) {
      differences.addAll(differences(step, place));
    }
    return differences;
  }

  private List<String> differences(JsonNode step, Place place) throws IOException {
    ObjectNode request = place.absolute(step.get("request"));
    if (request.has("output")) {
      Files.deleteIfExists(Path.of(request.get("output").asText()));
    }
    ObjectNode answer = reference.answer(request);
    JsonNode expect = step.get("expect");
    List<String> differences = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : expect.properties()) {
      if (!holds(member.getKey(), member.getValue(), expect, answer)) {
        differences.add(member.getKey() + " " + member.getValue() + " but " + answer);
      }
    }
    if (request.has("output")) {
      Path written = Path.of(request.get("output").asText());
      if (expect.path("written").isBoolean()
          && expect.get("written").asBoolean() != Files.exists(written)) {
        differences.add("the output " + (Files.exists(written) ? "is there" : "is missing"));
      } else if (expect.has("output")) {
        differences.addAll(outputDifferences(expect.get("output"), place, written));
      }
    }
    return differences;
  }

  private static boolean holds(String name, JsonNode expected, JsonNode expect, ObjectNode answer) {
    return switch (name) {
      case "verdict", "message", "data", "written", "rows", "outcome", "receipt" ->
          expected.asText().equals(answer.path(name).asText("absent"));
      case "rules" -> rulesHold(expected, expect.path("may"), answer);
      case "may", "output" -> true;
      case "oneOf" -> rules(answer).stream().anyMatch(texts(expected)::contains);
      case "counts" -> countsHold(expected, answer);
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

  private List<String> outputDifferences(JsonNode expected, Place place, Path written)
      throws IOException {
    List<String> differences = new ArrayList<>();
    byte[] bytes = Files.readAllBytes(written);
    if (expected.has("same") && !equal(bytes, place.path(expected.get("same").asText()))) {
      differences.add("the output is not " + expected.get("same"));
    }
    if (expected.has("avro")
        && !MAPPER
            .readTree(place.path(expected.get("avro").asText()).toFile())
            .equals(MAPPER.readTree(AvroContent.json(bytes)))) {
      differences.add("the output is not " + expected.get("avro"));
    }
    for (Map.Entry<String, JsonNode> entry : expected.path("payload").properties()) {
      try (ZipFile zip = new ZipFile(written.toFile())) {
        ZipEntry found = zip.getEntry(entry.getKey());
        if (found == null
            || !equal(
                zip.getInputStream(found).readAllBytes(), place.path(entry.getValue().asText()))) {
          differences.add(entry.getKey() + " in the output is not " + entry.getValue());
        }
      }
    }
    for (JsonNode judge : expected.path("judge")) {
      differences.addAll(differences(judge, place.ofJudge()));
    }
    return differences;
  }

  private static boolean equal(byte[] bytes, Path file) throws IOException {
    return Arrays.equals(bytes, Files.readAllBytes(file));
  }

  /** All vectors of the suite that ask what a message helper answers. */
  static List<Path> folders(Path suite) throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String profile : List.of("reader", "writer", "validator", "signer")) {
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
