package org.midex.conformance.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What an implementation does with a right answer before it gives it. */
interface Edit {
  void change(ObjectNode request, ObjectNode answer) throws IOException;

  /** The reference implementation, whose answers, but that to hello, are changed. */
  default UnaryOperator<ObjectNode> implementation() {
    ReferenceImplementation right = new ReferenceImplementation();
    return request -> {
      ObjectNode answer = right.answer(request);
      try {
        if (!request.path("op").asText().equals("hello")) {
          change(request, answer);
        }
        return answer;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  /** Changes a text where it is there. */
  static Edit text(String name, UnaryOperator<String> change) {
    return (request, answer) -> {
      if (answer.has(name)) {
        answer.put(name, change.apply(answer.path(name).asText()));
      }
    };
  }

  /** Replaces a text. */
  static Edit text(String name, String from, String to) {
    return text(name, text -> text.equals(from) ? to : text);
  }

  static Edit upperCase(String name) {
    return text(name, text -> text.toUpperCase(Locale.ROOT));
  }

  static Edit without(String name) {
    return (request, answer) -> answer.remove(name);
  }

  static Edit eachFinding(Consumer<ObjectNode> change) {
    return (request, answer) -> {
      for (JsonNode finding : answer.path("findings")) {
        change.accept((ObjectNode) finding);
      }
    };
  }

  static Edit oneFindingMore(String rule, String severity) {
    return (request, answer) -> {
      if (answer.path("findings") instanceof ArrayNode findings) {
        findings.addObject().put("rule", rule).put("severity", severity).put("count", 1);
      }
    };
  }

  /** Does something with the output of what is to be written. */
  static Edit output(Deed deed) {
    return (request, answer) -> {
      if (request.has("output")) {
        deed.run(Path.of(request.path("output").asText()), answer);
      }
    };
  }

  /** Something that is done with a file. */
  interface Deed {
    void run(Path output, ObjectNode answer) throws IOException;
  }

  /** Gives back what it was given, in place of what it was to make of it. */
  static Edit copied() {
    return (request, answer) -> {
      String file = request.path("file").asText(request.path("files").path(0).asText());
      Path output = Path.of(request.path("output").asText());
      if (Files.exists(output)) {
        Files.write(output, Files.readAllBytes(Path.of(file)));
      }
    };
  }
}
