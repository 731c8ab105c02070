package org.midex.conformance.iut;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How an implementation is started: {@code iut.json}.
 *
 * @param folder where it runs, that of the file
 * @param command the program and its arguments, given to it as they are
 * @param limit how long an answer may take
 */
public record Description(Path folder, List<String> command, Duration limit) {
  private static final List<String> MEMBERS =
      List.of("command", "commandOnWindows", "timeoutSeconds");
  private static final int SECONDS = 20;
  private static final int MOST_SECONDS = 3600;

  public Description {
    command = List.copyOf(command);
  }

  /**
   * Reads a description.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Description of(Path file) throws IOException {
    JsonNode json;
    try {
      json = new ObjectMapper().readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + " is no JSON: " + e.getOriginalMessage(), e);
    }
    List<String> unknown = new ArrayList<>();
    json.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(MEMBERS);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          file + ": " + String.join(", ", unknown) + " is none of " + String.join(", ", MEMBERS));
    }
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    JsonNode words =
        windows && json.has("commandOnWindows")
            ? json.path("commandOnWindows")
            : json.path("command");
    List<String> command = new ArrayList<>();
    words.forEach(word -> command.add(word.asText()));
    int seconds = json.path("timeoutSeconds").asInt(SECONDS);
    if (command.isEmpty() || !words.isArray() || seconds < 1 || seconds > MOST_SECONDS) {
      throw new IllegalArgumentException(
          file + ": expected {\"command\": [PROGRAM, ARGUMENT…], \"timeoutSeconds\": 1 to 3600}");
    }
    Path folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
    String program = command.get(0);
    if (program.contains("/")) {
      command.set(0, folder.resolve(program).normalize().toString());
    }
    return new Description(folder, command, Duration.ofSeconds(seconds));
  }
}
