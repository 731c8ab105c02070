package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.midex.conformance.generator.Script.Case;
import org.midex.schema.Severity;

/**
 * Vectors of a script. Steps make the message: {@code row}, {@code rows}, {@code head}, {@code
 * without}, {@code set}, {@code action}, {@code version}, {@code id}, as {@link Message} has them;
 * then its bytes: {@code - TEXT => TEXT} replaces what stands once, {@code *} what stands often,
 * {@code do} what {@link Bytes} knows.
 */
final class ScriptVectors implements VectorSource {
  private final String script;

  /**
   * @param script name of the resource without its ending
   */
  ScriptVectors(String script) {
    this.script = script;
  }

  @Override
  public void add(Drafts drafts) throws IOException {
    List<String> faults = new ArrayList<>();
    for (Case one : Script.read(script + ".txt")) {
      try {
        drafts.add(draft(one, drafts));
      } catch (IllegalArgumentException | IllegalStateException e) {
        faults.add(script + " " + one.id() + ": " + e.getMessage());
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalStateException(String.join("\n", faults));
    }
  }

  private Draft draft(Case one, Drafts drafts) throws IOException {
    Draft draft =
        new Draft(
            one.option("profile", "validator"),
            one.option("area", script),
            one.id(),
            one.option("clauses", "").split(","));
    draft.says(one.title(), one.why());
    if (!one.option("syntax", "xml").equals("any")) {
      draft.syntax(one.option("syntax", "xml"));
    }
    if (one.option("level", "MUST").equals("SHOULD")) {
      draft.should();
    }
    if (!one.near().isEmpty()) {
      draft.near(one.near().toArray(String[]::new));
    }
    Message message = message(one);
    String name = one.option("file", "message.xml");
    byte[] bytes = bytes(one, message);
    boolean compressed =
        one.steps().stream().anyMatch(s -> s.startsWith("do gzip") || s.startsWith("codec "));
    draft.file(name, compressed ? kept(drafts, draft, name, bytes) : bytes);
    new Asked(one, message, name).addTo(draft);
    return draft;
  }

  /** Compressed as before, if what is compressed is still the same. */
  private static byte[] kept(Drafts drafts, Draft draft, String name, byte[] bytes)
      throws IOException {
    byte[] before = drafts.kept(draft, name, () -> bytes);
    return Arrays.equals(content(before), content(bytes)) ? before : bytes;
  }

  /** What is compressed in a file; nothing when it is damaged, as some are on purpose. */
  private static byte[] content(byte[] bytes) {
    try {
      return bytes[0] == 'O' ? AvroContent.blocks(bytes) : Bytes.gunzip(bytes);
    } catch (IOException | RuntimeException e) {
      return new byte[0];
    }
  }

  static Message message(Case one) {
    Message message = new Message(one.option("theme", "REFUGEE_POP"), seed(one));
    for (String step : one.steps()) {
      int space = step.indexOf(' ');
      String rest = space < 0 ? "" : step.substring(space + 1);
      switch (space < 0 ? step : step.substring(0, space)) {
        case "row" -> message.row(rest);
        case "rows" -> Words.combined(Words.of(rest)).forEach(message::row);
        case "repeat" -> message.repeat(Integer.parseInt(rest));
        case "head" -> message.head(rest);
        case "without" -> message.without(rest);
        case "set" -> Words.of(rest).forEach(message::attribute);
        case "action" -> message.action = rest;
        case "version" -> message.version = rest;
        case "id" -> message.id = Words.unescape(rest);
        case "empty", "none", "-", "*", "do" -> {}
        default -> {
          if (!isAvro(one)) {
            throw new IllegalArgumentException("no step " + step);
          }
        }
      }
    }
    if (message.rows.isEmpty() && !one.steps().contains("empty")) {
      message.row(one.option("row", "ORIGIN=SYR POP_TYPE=REF SEX=F 125"));
    }
    return message;
  }

  /** Whether the message is an Avro container. */
  private static boolean isAvro(Case one) {
    return one.option("file", "").endsWith(".avro");
  }

  private static String seed(Case one) {
    return one.id().replaceAll("-(fail|pass)$", "");
  }

  static byte[] bytes(Case one, Message message) throws IOException {
    byte[] bytes = isAvro(one) ? AvroSteps.of(one, message) : message.xml().getBytes(UTF_8);
    for (String step : one.steps()) {
      if (step.startsWith("- ") || step.startsWith("* ")) {
        bytes = replaced(new String(bytes, UTF_8), step).getBytes(UTF_8);
      } else if (step.startsWith("do ")) {
        bytes = Bytes.apply(step.substring(3), bytes);
      }
    }
    return bytes;
  }

  private static String replaced(String text, String step) {
    String[] sides = step.substring(2).split(" =>(?: |$)", 2);
    String what = Words.unescape(sides[0]);
    int first = text.indexOf(what);
    if (first < 0) {
      throw new IllegalArgumentException("'" + what + "' is not there");
    }
    if (step.startsWith("-") && text.indexOf(what, first + 1) >= 0) {
      throw new IllegalArgumentException("'" + what + "' is there twice");
    }
    return text.replace(what, Words.unescape(sides[1]));
  }

  /** The verdict that rules lead to. */
  static String verdict(List<String> rules) {
    if (rules.stream().anyMatch(r -> severity(r) == Severity.ERROR)) {
      return "notConformant";
    }
    return rules.contains("MDX-S14") || rules.contains("MDX-S19") ? "incomplete" : "conformant";
  }

  private static Severity severity(String rule) {
    return Message.CATALOGUE.rule(rule).severity();
  }

  /** What a vector asks, and what it expects. */
  private record Asked(Case one, Message message, String name) {
    void addTo(Draft draft) throws IOException {
      String op = one.option("op", "validate");
      boolean fine = verdict(one.rules()).equals("conformant");
      switch (op) {
        case "validate" -> draft.step(Json.of("op", op, "file", name), judgement(fine));
        case "digest" ->
            draft.step(
                Json.of("op", op, "file", name),
                fine
                    ? Json.of("message", message.messageDigest(), "data", message.dataDigest())
                    : judgement(false));
        default -> convert(draft, op, fine);
      }
    }

    private ObjectNode judgement(boolean counted) {
      if (one.options().containsKey("oneOf")) {
        ObjectNode either = Json.of("verdict", "notConformant");
        Script.rules(one.option("oneOf", "")).forEach(either.putArray("oneOf")::add);
        return either;
      }
      ObjectNode expect =
          Json.verdict(
              one.option("verdict", verdict(one.rules())), one.rules().toArray(String[]::new));
      if (counted && one.options().containsKey("rows")) {
        expect.put("rows", Integer.parseInt(one.option("rows", "")));
      } else if (counted) {
        expect.put("rows", message.rows.size());
      }
      if (one.options().containsKey("may")) {
        Script.rules(one.option("may", "")).forEach(expect.putArray("may")::add);
      }
      if (one.options().containsKey("counts")) {
        ObjectNode counts = expect.putObject("counts");
        for (String count : one.option("counts", "").split(",", -1)) {
          String[] parts = count.split(":", 2);
          counts.put("MDX-" + parts[0], Integer.parseInt(parts[1]));
        }
      }
      return expect;
    }

    private void convert(Draft draft, String to, boolean fine) throws IOException {
      ObjectNode request =
          Json.of("op", "convert", "file", name, "to", to, "output", "output." + to);
      if (!fine) {
        ObjectNode expect = Json.of().put("written", false);
        one.rules().forEach(expect.putArray("rules")::add);
        draft.step(request, expect);
        return;
      }
      ObjectNode expect = Json.of().put("written", true);
      if (to.equals("xml")) {
        draft.file("expected.xml", message.xml().getBytes(UTF_8));
        expect.putObject("output").put("same", "expected.xml");
      } else {
        draft.file("expected.json", AvroContent.json(Container.whole(message).bytes()));
        expect.putObject("output").put("avro", "expected.json");
      }
      draft.step(request, expect);
    }
  }
}
