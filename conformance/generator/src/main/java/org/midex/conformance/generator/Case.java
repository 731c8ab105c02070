package org.midex.conformance.generator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/**
 * A vector of the profile signer in the making. Unless something else is said, Germany looks at a
 * package in June 2026, with the trust folder {@code main}.
 */
final class Case {
  static final String AT = "2026-06-01T00:00:00Z";
  static final String PACKAGE = "package.asice";
  static final String SEALED = "sealed.p7m";
  static final String OPENED = "opened.asice";
  private static final String FIXTURES = "../../../fixtures/";

  private final Drafts drafts;
  private final Draft draft;
  private ObjectNode request = Json.of();
  private ObjectNode expect = Json.of();

  Case(Drafts drafts, Draft draft) {
    this.drafts = drafts;
    this.draft = draft;
  }

  static String fixture(String path) {
    return FIXTURES + path;
  }

  /** A request of the operation, of files in the vector's folder. */
  Case ask(String op, String... namesAndValues) {
    request = Json.of("op", op);
    request.setAll(Json.of(namesAndValues));
    return this;
  }

  private Case verify(String file) {
    return ask("verify", "file", file, "at", AT, "receiver", Letters.GERMANY).trust("main");
  }

  /** A package to verify. */
  Case pack(byte[] bytes) {
    draft.file(PACKAGE, bytes);
    return verify(PACKAGE);
  }

  /** A package to verify that is made once. */
  Case pack(Drafts.Maker maker) throws IOException {
    return pack(drafts.kept(draft, PACKAGE, maker));
  }

  /** A file with a signature beside it that is made once. */
  Case beside(String name, byte[] file, Drafts.Maker signature) throws IOException {
    String own = name + ".p7s";
    draft.file(name, file).file(own, drafts.kept(draft, own, signature));
    return verify(name).set("signature", own);
  }

  Case file(String name, byte[] bytes) {
    draft.file(name, bytes);
    return this;
  }

  Case kept(String name, Drafts.Maker maker) throws IOException {
    return file(name, drafts.kept(draft, name, maker));
  }

  Case set(String name, String value) {
    request.put(name, value);
    return this;
  }

  Case without(String name) {
    request.remove(name);
    return this;
  }

  Case list(String name, String... values) {
    ArrayNode all = request.putArray(name);
    List.of(values).forEach(all::add);
    return this;
  }

  Case trust(String name) {
    return set("trust", fixture("trust/" + name));
  }

  Case policy(String name) {
    return set("policy", fixture("policies/" + name + ".yaml"));
  }

  Case at(String time) {
    return set("at", time);
  }

  Case receiver(String party) {
    return set("receiver", party);
  }

  static ObjectNode key(String name) {
    return Json.of("file", fixture("keys/" + name + ".p12"), "password", Keys.PASSWORD);
  }

  /** A file to open with a key. */
  Case open(String key, byte[] sealed) {
    draft.file(SEALED, sealed);
    return ask("open", "file", SEALED).openedWith(key).set("output", OPENED);
  }

  /** A file to open with a key that is sealed once. */
  Case open(String key, Drafts.Maker sealed) throws IOException {
    return open(key, drafts.kept(draft, SEALED, sealed));
  }

  /** What was sealed before is to be opened. */
  Case reopen(String key) {
    return ask("open", "file", "output:" + SEALED).openedWith(key).set("output", OPENED);
  }

  /** What was opened is to be verified. */
  Case verified() {
    return trust("main").at(AT).receiver(Letters.GERMANY);
  }

  /** A file to seal for certificates. */
  Case seal(String file, String... certificates) {
    ask("seal", "file", file);
    ArrayNode to = request.putArray("to");
    List.of(certificates).forEach(name -> to.add(fixture("keys/" + name + ".crt")));
    return trust("main").at(AT).set("output", SEALED);
  }

  /** Files to sign as a package. */
  Case sign(String... files) {
    return ask("sign").list("files", files).set("output", PACKAGE);
  }

  /** A file to sign with a signature beside it. */
  Case signBeside(String file) {
    ask("sign").list("files", file).set("output", file + ".p7s");
    request.put("detached", true);
    return this;
  }

  /** The key that a file is opened with. */
  Case openedWith(String name) {
    request.set("key", key(name));
    return this;
  }

  /** The keys that files are signed with. */
  Case keys(String... names) {
    ArrayNode all = request.putArray("keys");
    List.of(names).forEach(name -> all.add(key(name)));
    return this;
  }

  Case near(String... rules) {
    draft.near(rules);
    return this;
  }

  Case algorithms(String... names) {
    draft.algorithms(names);
    return this;
  }

  /** Rules that may be told besides. */
  Case may(String... rules) {
    return rules("may", rules);
  }

  private Case rules(String name, String... rules) {
    ArrayNode all = expect.putArray(name);
    List.of(rules).forEach(all::add);
    return this;
  }

  /** It is TOTAL_PASSED, with no more than these warnings. */
  void passes(String... warnings) {
    outcome("TOTAL_PASSED", warnings);
  }

  void fails(String... rules) {
    outcome("FAILED", rules);
  }

  void undecided(String... rules) {
    outcome("INDETERMINATE", rules);
  }

  private void outcome(String outcome, String... rules) {
    expect.put("outcome", outcome);
    rules("rules", rules);
    done();
  }

  /** It fails, for at least one of these reasons. */
  void failsForOneOf(String... rules) {
    expect.put("outcome", "FAILED");
    rules("oneOf", rules);
    done();
  }

  /** The output is there, with no more than these warnings. */
  void written(ObjectNode output, String... warnings) {
    writes(output, warnings);
    drafts.add(draft);
  }

  /** As {@link #written}, and something else is asked after it. */
  Case writes(ObjectNode output, String... warnings) {
    expect.put("written", true);
    rules("rules", warnings);
    expect.set("output", output);
    draft.step(request, expect);
    expect = Json.of();
    return this;
  }

  /** There is no output, for these reasons. */
  void refused(String... rules) {
    expect.put("written", false);
    rules("rules", rules);
    done();
  }

  /** There is no output, whatever is told. */
  void refusedAnyhow() {
    expect.put("written", false);
    done();
  }

  void refusedForOneOf(String... rules) {
    expect.put("written", false);
    rules("oneOf", rules);
    done();
  }

  private void done() {
    draft.step(request, expect);
    drafts.add(draft);
  }
}
