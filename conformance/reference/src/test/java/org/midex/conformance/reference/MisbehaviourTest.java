package org.midex.conformance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midex.conformance.iut.ChildProcess;
import org.midex.conformance.iut.Description;
import org.midex.conformance.iut.InProcess;
import org.midex.conformance.iut.Launcher;

/** The suite tells an implementation that misbehaves from a right one. */
@Tag("once")
class MisbehaviourTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofSeconds(8);

  @TempDir Path folder;

  private final Verdicts verdicts;
  private final List<String> alive = new ArrayList<>();
  private int all;

  MisbehaviourTest() throws IOException {
    verdicts = Verdicts.ofTheSuite();
  }

  private void tried(String name, Launcher launcher, Duration limit, String... ids)
      throws Exception {
    all++;
    List<String> blind = verdicts.blind(List.of(ids), launcher, limit);
    if (!blind.isEmpty()) {
      alive.add(name + " passes " + String.join(", ", blind));
    }
  }

  private void answers(String name, Edit edit, String... ids) throws Exception {
    UnaryOperator<ObjectNode> broken = edit.implementation();
    tried(name, () -> new InProcess(broken), LIMIT, ids);
  }

  private Launcher process(String deed) throws IOException {
    Path own = Files.createDirectories(folder.resolve(deed));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            BrokenProcess.class.getName(),
            deed,
            own.resolve("started").toString());
    return () -> new ChildProcess(new Description(own, command, LIMIT));
  }

  private void requireAllKilled(String what) {
    System.out.printf("mutants: %d of %d %s killed%n", all - alive.size(), all, what);
    assertThat(alive).isEmpty();
  }

  @Test
  void wrongAnswersAreCaught() throws Exception {
    answers(
        "the verdict is always the good one",
        Edit.text("verdict", verdict -> "conformant"),
        "row-negative-fail",
        "version-newer-attribute");
    answers(
        "what is conformant is not",
        Edit.text("verdict", "conformant", "notConformant"),
        "row-negative-pass",
        "theme-visa-conformant");
    answers(
        "incomplete counts as conformant",
        Edit.text("verdict", "incomplete", "conformant"),
        "version-newer-attribute",
        "header-extension-fail");
    answers("there is no verdict", Edit.without("verdict"), "row-negative-pass");
    answers(
        "rules have names of their own",
        Edit.eachFinding(finding -> finding.put("rule", "X" + finding.path("rule").asText())),
        "row-negative-fail",
        "asic-extra-file");
    answers("findings are kept back", Edit.without("findings"), "row-negative-fail", "sig-flipped");
    answers(
        "a rule is told that is not broken",
        Edit.oneFindingMore("MDX-V04", "warning"),
        "row-negative-pass",
        "asic-one-file");
    answers(
        "findings have no severity",
        Edit.eachFinding(finding -> finding.remove("severity")),
        "row-negative-fail");
    answers(
        "findings are for information only",
        Edit.eachFinding(finding -> finding.put("severity", "info")),
        "row-negative-fail",
        "seal-p256");
    answers(
        "each finding counts twice",
        Edit.eachFinding(finding -> finding.put("count", 2 * finding.path("count").asLong())),
        "str-row-two-missing",
        "version-newer-two");
    answers(
        "the header is a row",
        (request, answer) -> answer.put("rows", answer.path("rows").asLong() + 1),
        "row-negative-pass",
        "size-ten-thousand");
    answers("digests are in capitals", Edit.upperCase("data"), "digest-plain", "digest-empty");
    answers(
        "the digests are mixed up",
        (request, answer) -> answer.set("message", answer.path("data")),
        "digest-plain");
    answers(
        "every signature is good",
        Edit.text("outcome", outcome -> "TOTAL_PASSED"),
        "sig-flipped",
        "asic-extra-file",
        "lists-none");
    answers(
        "what cannot be decided has failed",
        Edit.text("outcome", "INDETERMINATE", "FAILED"),
        "lists-none");
    answers(
        "what is refused is a failure of its own",
        (request, answer) -> {
          if (!answer.path("written").asBoolean(true)) {
            answer.put("error", "refused");
          }
        },
        "refused-xml-structure",
        "sign-faulty");
    requireAllKilled("with wrong answers");
  }

  @Test
  void wrongFilesAreCaught() throws Exception {
    answers(
        "it says that it wrote and did not",
        Edit.output((output, answer) -> Files.deleteIfExists(output)),
        "canon-again",
        "sign-ecdsa-p256",
        "seal-mlkem");
    answers(
        "it says that it did not write and did",
        Edit.output((output, answer) -> answer.put("written", false)),
        "canon-again",
        "sign-ecdsa-p256");
    answers(
        "something of what is refused is left",
        Edit.output(
            (output, answer) -> {
              if (!Files.exists(output)) {
                Files.writeString(output, "");
              }
            }),
        "refused-xml-structure",
        "sign-faulty",
        "seal-faulty-message",
        "open-stranger");
    answers(
        "a file is left beside the output",
        Edit.output((output, answer) -> Files.writeString(output.resolveSibling("work.tmp"), "x")),
        "canon-again",
        "refused-xml-structure",
        "open-mlkem");
    answers(
        "files are copied as they are",
        Edit.copied(),
        "canon-layout-indented",
        "write-avro-empty",
        "sign-ecdsa-p256",
        "seal-mlkem");
    answers(
        "the output is a folder",
        Edit.output(
            (output, answer) -> {
              if (Files.deleteIfExists(output)) {
                Files.createDirectory(output);
              }
            }),
        "canon-again",
        "write-avro-empty",
        "sign-ecdsa-p256",
        "seal-mlkem");
    answers(
        "the last byte is lost",
        Edit.output(
            (output, answer) -> {
              if (Files.exists(output)) {
                byte[] whole = Files.readAllBytes(output);
                Files.write(output, Arrays.copyOf(whole, whole.length - 1));
              }
            }),
        "canon-again",
        "write-avro-values-largest",
        "sign-ecdsa-p256",
        "seal-mlkem",
        "open-mlkem");
    requireAllKilled("that write wrong files");
  }

  @Test
  void processesThatMisbehaveAreCaught() throws Exception {
    tried("hangs", process("hangs"), SHORT, "row-negative-pass");
    for (String deed :
        List.of(
            "crashes",
            "closes-its-output",
            "logs-to-stdout",
            "numbers-from-one",
            "forgets-the-number",
            "answers-in-a-list",
            "skips-what-it-claims",
            "claims-less-after-a-crash",
            "speaks-another-protocol",
            "has-no-name",
            "ends-with-exit-1",
            "says-no-goodbye",
            "runs-on-after-bye")) {
      tried(deed, process(deed), LIMIT, "row-negative-fail", "row-negative-pass");
    }
    requireAllKilled("that misbehave as processes");
  }

  /** What would be killed without a fault says nothing. */
  @Test
  void aProcessThatDoesNothingWrongPasses() throws Exception {
    assertThat(verdicts.blind(List.of("row-negative-pass"), process("nothing"), LIMIT))
        .containsExactly("row-negative-pass");
  }
}
