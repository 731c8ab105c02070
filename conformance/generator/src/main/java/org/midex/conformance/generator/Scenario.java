package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An exchange in the making: Austria sends, France answers. Whoever is under test plays the one who
 * is asked first, unless it is said otherwise.
 */
final class Scenario {
  static final String AUSTRIA = Letters.AUSTRIA;
  static final String FRANCE = Letters.FRANCE;
  private static final String AT = Case.AT;

  private final Drafts drafts;
  private final Draft draft;
  private final Map<String, byte[]> files = new HashMap<>();
  private ArrayNode lastTexts = Json.of().putArray("text");
  private ObjectNode lastExpect = Json.of();
  private int receipts;
  private boolean bySecond;

  Scenario(Drafts drafts, String id, String clauses, String title, String why) {
    this.drafts = drafts;
    this.draft = new Draft("exchanger", "exchange", id, clauses.split(" ")).says(title, why);
  }

  Scenario algorithms(String... algorithms) {
    draft.algorithms(algorithms);
    return this;
  }

  Scenario near(String... rules) {
    draft.near(rules);
    return this;
  }

  Scenario file(String name, String text) {
    return file(name, text.getBytes(UTF_8));
  }

  Scenario file(String name, byte[] bytes) {
    draft.file(name, bytes);
    files.put(name, bytes);
    return this;
  }

  /** Asks the second implementation from here on. */
  Scenario second() {
    bySecond = true;
    return this;
  }

  /** Asks the implementation under test from here on. */
  Scenario first() {
    bySecond = false;
    return this;
  }

  private ObjectNode received(String op, String as, String file) {
    return Json.of("op", op, "exchange", draft.id, "as", as, "file", file);
  }

  /** A plain message arrives in France. */
  Scenario submit(String file, String outcome, String... rules) {
    receipts++;
    ObjectNode request =
        received("submit", FRANCE, file).put("at", AT).put("output", receipt(receipts, ".xml"));
    ObjectNode expect = expect(outcome, rules);
    if (!bySecond) {
      judged(expect, said(requireNonNull(files.get(file), file), outcome, rules));
    }
    return step(request, expect);
  }

  /** A package arrives in France, which looks at its signature and does not sign its receipt. */
  Scenario submitTrusting(String file, String trust, String outcome, String text, String... rules) {
    receipts++;
    ObjectNode request = received("submit", FRANCE, file);
    request.put("trust", Case.fixture("trust/" + trust)).put("output", receipt(receipts, ".xml"));
    ObjectNode expect = expect(outcome, rules);
    judged(expect, List.of(text));
    return step(request, expect);
  }

  /** The receipt is a conformant message that says this when it is in canonical form. */
  private void judged(ObjectNode expect, List<String> texts) {
    String file = made(receipts, ".xml");
    ArrayNode judge = expect.putObject("output").putArray("judge");
    judge
        .addObject()
        .<ObjectNode>set("request", Json.of("op", "validate", "file", file))
        .set("expect", Json.verdict("conformant"));
    ObjectNode written = Json.of().put("written", true);
    lastTexts = written.putObject("output").putArray("text");
    texts.forEach(lastTexts::add);
    judge
        .addObject()
        .<ObjectNode>set(
            "request",
            Json.of("op", "convert", "file", file, "to", "xml", "output", "canonical.xml"))
        .set("expect", written);
  }

  /** The last receipt says this too. */
  Scenario says(String text) {
    lastTexts.add(text);
    return this;
  }

  /** What the receipt of a message says: what it is about, what became of it, and why. */
  private static List<String> said(byte[] message, String outcome, String... rules) {
    List<String> texts = new ArrayList<>();
    StringBuilder receipt = new StringBuilder("<Receipt>\n");
    receipt.append(element("Arrived", AT)).append(element("Sha256", Generator.sha256(message)));
    String canonical = new String(message, UTF_8).replace("\r", "");
    if (canonical.contains("<Message")) {
      receipt.append(element("Message", Submissions.id(canonical)));
      if (!List.of(rules).contains("MDX-S11")) {
        receipt.append(element("Digest", Generator.sha256(canonical.getBytes(UTF_8))));
      }
    }
    texts.add(receipt + element("Outcome", outcome));
    for (String rule : rules) {
      String severity = outcome.equals("rejected") ? "error" : "warning";
      texts.add(element("Rule", rule) + element("Severity", severity));
    }
    return texts;
  }

  private static String element(String name, String text) {
    return "<" + name + ">" + text + "</" + name + ">\n";
  }

  /** A package arrives in France now, which signs its receipt. */
  Scenario submitPackage(String file, String trust, String outcome, String... rules) {
    receipts++;
    ObjectNode request = received("submit", FRANCE, file);
    request.put("trust", Case.fixture("trust/" + trust));
    request.set("key", Case.key("fra-p256"));
    request.put("output", receipt(receipts, ".asice"));
    return step(request, expect(outcome, rules));
  }

  /** The last receipt arrives in Austria, which had sent a message. */
  Scenario answered(String about, String outcome, String... rules) {
    ObjectNode request = received("receipt", AUSTRIA, made(receipts, ".xml"));
    return step(request.put("about", about).put("at", AT), expect(outcome, rules));
  }

  /** The last receipt, which is signed, arrives in Austria. */
  Scenario answeredBySignature(String about, String outcome, String... rules) {
    return signedReturned(made(receipts, ".asice"), about, "main", outcome, rules);
  }

  /** A receipt that is a file of the vector arrives in Austria. */
  Scenario returned(
      String file, String about, @Nullable String trust, String outcome, String... rules) {
    ObjectNode request = received("receipt", AUSTRIA, file);
    request.put("about", about).put("at", AT);
    if (trust != null) {
      request.put("trust", Case.fixture("trust/" + trust));
    }
    return step(request, expect(outcome, rules));
  }

  /** A signed receipt that was made before arrives in Austria now. */
  Scenario signedReturned(
      String file, String about, String trust, String outcome, String... rules) {
    ObjectNode request = received("receipt", AUSTRIA, file);
    request.put("about", about).put("trust", Case.fixture("trust/" + trust));
    return step(request, expect(outcome, rules));
  }

  /** Austria signs a message as a package. */
  Scenario sign(String file, String output) {
    return signAll(List.of(file), output);
  }

  /** Austria signs messages as one package. */
  Scenario signAll(List<String> messages, String output) {
    ObjectNode request = Json.of("op", "sign");
    messages.forEach(request.putArray("files")::add);
    request.putArray("keys").add(Case.key("aut-p256"));
    ObjectNode expect = Json.of().put("written", true);
    return step(request.put("output", output), expect);
  }

  /** The last step tells of a receipt for each message. */
  Scenario each(String... outcomes) {
    List.of(outcomes).forEach(lastExpect.putArray("receipts")::add);
    return this;
  }

  private static String receipt(int number, String ending) {
    return "receipt-" + number + ending;
  }

  private static String made(int number, String ending) {
    return "output:" + receipt(number, ending);
  }

  private static ObjectNode expect(String outcome, String... rules) {
    ObjectNode expect = Json.of("receipt", outcome);
    List.of(rules).forEach(expect.putArray("rules")::add);
    return expect;
  }

  private Scenario step(ObjectNode request, ObjectNode expect) {
    lastExpect = expect;
    if (bySecond) {
      draft.stepOfSecond(request, expect);
    } else {
      draft.step(request, expect);
    }
    return this;
  }

  void done() {
    drafts.add(draft);
  }
}
