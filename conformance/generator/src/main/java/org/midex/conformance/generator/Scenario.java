package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
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
      ObjectNode judge = Json.of("op", "validate", "file", made(receipts, ".xml"));
      expect
          .putObject("output")
          .putArray("judge")
          .addObject()
          .<ObjectNode>set("request", judge)
          .set("expect", Json.verdict("conformant"));
    }
    return step(request, expect);
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
    ObjectNode request = received("receipt", AUSTRIA, made(receipts, ".asice"));
    request.put("about", about).put("trust", Case.fixture("trust/main"));
    return step(request, expect(outcome, rules));
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

  /** Austria signs a message as a package. */
  Scenario sign(String file, String output) {
    ObjectNode request = Json.of("op", "sign");
    request.putArray("files").add(file);
    request.putArray("keys").add(Case.key("aut-p256"));
    ObjectNode expect = Json.of().put("written", true);
    return step(request.put("output", output), expect);
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
