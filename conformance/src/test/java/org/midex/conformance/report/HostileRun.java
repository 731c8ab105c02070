package org.midex.conformance.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.midex.conformance.SmallSuite;
import org.midex.conformance.iut.Implementation;
import org.midex.conformance.iut.MisbehaviourException;
import org.midex.conformance.run.Runner;
import org.midex.conformance.suite.Suite;
import org.midex.conformance.wording.Saying;

/** The reports of an implementation that answers with texts which want to be obeyed. */
final class HostileRun {
  static final String SCRIPT = "<script>alert(1)</script>";

  static final String NASTY =
      SCRIPT
          + "\"'><img src=http://127.0.0.1:9/x onerror=alert(2)> ]]> &amp; | `code` [a](http://a.example) @all"
          + " \u0000\u0007\u001B[2J\u0085\u202Egnp.exe\u2066\u200B\uFFFE\uD800 \uDB40\uDC41\r\n# end\t";

  static final String LONG = "x".repeat(1 << 20);

  private HostileRun() {}

  /** Writes the reports into a folder that is not there. */
  static void write(Path folder) throws Exception {
    Suite suite = suite(Files.createDirectories(folder.resolve("suite")));
    Path work = Files.createDirectory(folder.resolve("work"));
    RunReports.write(
        new Runner(suite, Hostile::new, Hostile::new, Duration.ofSeconds(9), work, 1)
            .run(vector -> true, result -> {}),
        folder.resolve("results"),
        SmallSuite.ENGLISH);
  }

  private static Suite suite(Path root) throws IOException {
    SmallSuite suite = new SmallSuite().message("fine", "fine");
    for (String deed : new String[] {"error", "skip", "crash", "verdict", "rule", "rules"}) {
      suite.message(deed, deed).message("long-" + deed, "long-" + deed);
    }
    return suite.write(root);
  }

  private static final class Hostile implements Implementation {
    @Override
    public ObjectNode ask(ObjectNode request, Duration limit) throws MisbehaviourException {
      ObjectNode answer = JsonNodeFactory.instance.objectNode();
      if (request.path("op").asText().equals("hello")) {
        answer.put("protocol", 1).put("name", NASTY).put("version", LONG).put("language", NASTY);
        answer.put("standard", NASTY).putArray("profiles").add("validator");
        answer.putArray("syntaxes").add("xml");
        answer.putArray("algorithms").add(NASTY).add(LONG);
        return answer;
      }
      String deed;
      try {
        deed = Files.readString(Path.of(request.path("file").asText())).strip();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      String text = deed.startsWith("long-") ? LONG : NASTY;
      return answer(answer, deed.replace("long-", ""), text);
    }

    private static ObjectNode answer(ObjectNode answer, String deed, String text)
        throws MisbehaviourException {
      switch (deed) {
        case "error", "skip" -> answer.put(deed, text);
        case "crash" -> throw new MisbehaviourException(Saying.quoted(text));
        case "verdict" -> answer.put("verdict", text).putArray("findings");
        case "rule" ->
            answer
                .put("verdict", "conformant")
                .putArray("findings")
                .addObject()
                .put("rule", text)
                .put("severity", "error");
        case "rules" -> {
          for (int i = 0; i < 20_000; i++) {
            answer.withArray("findings").addObject().put("rule", "R" + i).put("severity", "evil");
          }
        }
        default -> answer.put("verdict", "conformant").putArray("findings");
      }
      return answer;
    }

    @Override
    public @Nullable Saying leave() {
      return Saying.quoted(NASTY);
    }

    @Override
    public void close() {}
  }
}
