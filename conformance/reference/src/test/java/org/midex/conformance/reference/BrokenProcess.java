package org.midex.conformance.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The reference implementation as a process that misbehaves in one way. */
final class BrokenProcess {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String deed;
  private final Path started;
  private final PrintStream out = new PrintStream(System.out, true, UTF_8);
  private final ReferenceImplementation reference = new ReferenceImplementation();

  private BrokenProcess(String deed, Path started) {
    this.deed = deed;
    this.started = started;
  }

  /**
   * Answers until it is told to end.
   *
   * @param arguments what it does wrong, and a file by which it knows that it was started before
   */
  public static void main(String[] arguments) throws Exception {
    new BrokenProcess(arguments[0], Path.of(arguments[1])).run();
  }

  private void run() throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      ObjectNode request = (ObjectNode) JSON.readTree(line);
      String op = request.path("op").asText();
      ObjectNode answer = reference.answer(request);
      switch (op) {
        case "hello" -> tell(greeting(answer));
        case "bye" -> end(answer);
        default -> answer(answer);
      }
    }
  }

  private ObjectNode greeting(ObjectNode answer) throws IOException {
    switch (deed) {
      case "claims-less-after-a-crash" -> {
        if (Files.exists(started)) {
          ((ArrayNode) answer.path("profiles")).removeAll().add("reader");
        }
        Files.writeString(started, "");
      }
      case "speaks-another-protocol" -> answer.put("protocol", 2);
      case "has-no-name" -> answer.remove("name");
      default -> {}
    }
    return answer;
  }

  private void end(ObjectNode answer) throws InterruptedException {
    if (deed.equals("runs-on-after-bye")) {
      tell(answer);
      Thread.sleep(60_000);
    }
    if (!deed.equals("says-no-goodbye")) {
      tell(answer);
    }
    System.exit(deed.equals("ends-with-exit-1") ? 1 : 0);
  }

  private void answer(ObjectNode answer) throws InterruptedException {
    String text = answer.toString();
    switch (deed) {
      case "crashes", "claims-less-after-a-crash" -> {
        out.print(text.substring(0, text.length() / 2));
        out.flush();
        Runtime.getRuntime().halt(134);
      }
      case "hangs" -> Thread.sleep(60_000);
      case "closes-its-output" -> out.close();
      case "logs-to-stdout" -> out.println("INFO reading the file");
      case "numbers-from-one" -> answer.put("seq", answer.path("seq").asInt() + 1);
      case "forgets-the-number" -> answer.remove("seq");
      case "skips-what-it-claims" -> answer.retain("seq").put("skip", "later");
      case "answers-in-a-list" -> {
        out.println("[" + text + "]");
        return;
      }
      default -> {}
    }
    tell(answer);
  }

  private void tell(ObjectNode answer) {
    out.println(answer);
  }
}
