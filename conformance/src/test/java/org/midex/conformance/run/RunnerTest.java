package org.midex.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midex.conformance.SmallSuite;
import org.midex.conformance.iut.ChildProcess;
import org.midex.conformance.iut.Description;
import org.midex.conformance.iut.Launcher;
import org.midex.conformance.iut.MisbehaviourException;
import org.midex.conformance.iut.OddAdapter;
import org.midex.conformance.report.RunReports;
import org.midex.conformance.suite.Suite;
import org.midex.conformance.suite.SuiteException;
import org.midex.schema.Catalogue;

/** Whatever an implementation does, the run goes on and says what it was. */
class RunnerTest {
  private static final Duration LIMIT = Duration.ofSeconds(4);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  @TempDir Path folder;

  private Description description(String... how) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = Path.of("target/test-classes").toAbsolutePath().toString();
    List<String> command =
        new ArrayList<>(List.of(java, "-cp", classes, OddAdapter.class.getName()));
    command.addAll(List.of(how));
    return new Description(folder, command, LIMIT);
  }

  private Launcher odd(String... how) {
    return () -> new ChildProcess(description(how));
  }

  private RunResult run(Suite suite, String... how) throws Exception {
    Launcher adapter = odd(how);
    return new Runner(suite, adapter, adapter, LIMIT, folder, 2).run(vector -> true, result -> {});
  }

  private static Map<String, String> said(RunResult run) {
    Map<String, String> said = new TreeMap<>();
    run.results()
        .forEach(
            one ->
                said.put(
                    one.vector().id(),
                    one.status() + " " + String.join("; ", one.problems(SmallSuite.ENGLISH))));
    return said;
  }

  @Test
  void misbehaviourIsToldAndTheNextVectorRuns() throws Exception {
    SmallSuite small = new SmallSuite();
    List<String> deeds =
        List.of("fine", "crash", "hang", "babble", "mute", "other", "long", "error", "skip");
    for (String deed : deeds) {
      small.message("a-" + deed, deed).message("b-" + deed, "fine");
    }
    small.message("a-wrong", "wrong").message("a-flood", "flood");
    RunResult run = run(small.write(folder.resolve("suite")));
    Map<String, String> said = said(run);
    for (String deed : deeds) {
      assertThat(said.get("b-" + deed)).isEqualTo("pass ");
    }
    assertThat(said.get("a-fine")).isEqualTo("pass ");
    assertThat(said.get("a-flood")).isEqualTo("pass ");
    assertThat(said.get("a-crash")).contains("error", "exit code 5", "out of cheese");
    assertThat(said.get("a-hang")).startsWith("error no answer within 4 s");
    assertThat(said.get("a-babble")).startsWith("error its answer is no JSON object: I think");
    assertThat(said.get("a-mute")).startsWith("error no answer: it closed its output");
    assertThat(said.get("a-other")).startsWith("error it answered request 999");
    assertThat(said.get("a-long")).startsWith("error its answer is too long");
    assertThat(said.get("a-error")).isEqualTo("error it says of itself: disk full");
    assertThat(said.get("a-skip")).isEqualTo("fail skipped, though claimed: not yet");
    assertThat(said.get("a-wrong"))
        .contains("fail", "verdict: expected \"conformant\"", "told without reason: MDX-V01");
    assertThat(run.isSuccess()).isFalse();
    assertThat(run.farewell()).isNull();
  }

  @Test
  void outputsThatAreNoFilesAreNotOpened() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/zero")), "needs Unix");
    SmallSuite small = new SmallSuite();
    String request = "{\"op\":\"convert\",\"file\":\"message.xml\",\"output\":\"out.xml\"}";
    for (String deed : List.of("fine", "link", "pipe", "sparse", "folder")) {
      String expect = "{\"written\":true,\"output\":{\"same\":\"message.xml\"}}";
      small.vector("validator/area/a-" + deed, "\"level\":\"MUST\"", request, expect, deed);
      small.vector("validator/area/b-" + deed, "\"level\":\"MUST\"", request, expect, "fine");
    }
    Suite suite = small.write(folder.resolve("suite"));
    Map<String, String> said =
        said(assertTimeoutPreemptively(Duration.ofMinutes(2), () -> run(suite)));
    assertThat(said.get("a-link")).startsWith("fail the output is no ordinary file");
    assertThat(said.get("a-pipe")).startsWith("fail the output is no ordinary file");
    assertThat(said.get("a-sparse")).startsWith("fail the output has more than 67108864 bytes");
    assertThat(said.get("a-folder")).contains("the folder for its outputs is gone");
    said.forEach(
        (id, what) -> assertThat(what.equals("pass ")).as(id).isEqualTo(id.matches("b.*|.*fine")));
  }

  @Test
  void oneThatDoesNotReadIsNotWaitedFor() throws Exception {
    String request =
        "{\"op\":\"validate\",\"file\":\"message.xml\",\"x\":\"" + "x".repeat(500_000) + "\"}";
    Suite suite =
        new SmallSuite()
            .vector("validator/area/one", "\"level\":\"MUST\"", request, "{}", "fine")
            .write(folder.resolve("suite"));
    RunResult run = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> run(suite, "deaf"));
    assertThat(said(run).get("one")).startsWith("error no answer within 4 s");
  }

  @Test
  void whatIsNotClaimedIsSkipped() throws Exception {
    String request = "{\"op\":\"validate\",\"file\":\"message.xml\"}";
    Suite suite =
        new SmallSuite()
            .message("mine", "fine")
            .vector("reader/area/profile", "\"level\":\"MUST\"", request, "{}", "crash")
            .vector("validator/area/avro", "\"syntax\":\"avro\"", request, "{}", "crash")
            .vector("validator/area/key", "\"algorithms\":[\"X\"]", request, "{}", "crash")
            .write(folder.resolve("suite"));
    RunResult run = run(suite);
    assertThat(said(run))
        .containsEntry("mine", "pass ")
        .containsEntry("profile", "skip the profile reader is not claimed")
        .containsEntry("avro", "skip the syntax avro is not claimed")
        .containsEntry("key", "skip the algorithm X is not claimed");
    assertThat(run.isSuccess()).isTrue();
    assertThat(said(run(suite, "badend"))).hasSize(4);
    assertThat(run(suite, "badend").isSuccess()).isFalse();
  }

  @Test
  void whatIsOnlyRecommendedIsToldAndFailsNothing() throws Exception {
    Suite suite =
        new SmallSuite()
            .vector(
                "validator/area/should",
                "\"level\":\"SHOULD\"",
                "{\"op\":\"validate\",\"file\":\"message.xml\"}",
                "{\"verdict\":\"notConformant\"}",
                "fine")
            .write(folder.resolve("suite"));
    RunResult run = run(suite);
    assertThat(run.counts().get(Status.FAIL)).isEqualTo(1);
    assertThat(run.isSuccess()).isTrue();
  }

  @Test
  void expectedFailures() throws Exception {
    Suite suite =
        new SmallSuite()
            .message("known", "wrong")
            .message("late", "wrong")
            .message("mended", "fine")
            .message("fresh", "wrong")
            .write(folder.resolve("suite"));
    List<String> lines =
        List.of(
            "# of release 3",
            "known 2027-01-31 codes of last year",
            "late  2026-11-25 was to be done by now",
            "mended 2027-01-31 no longer");
    ExpectedFailures list = ExpectedFailures.of(lines);
    list.requireKnown(suite);
    RunResult run = run(suite);
    Map<String, String> said = said(list.apply(run, TODAY));
    assertThat(said.get("known")).startsWith("expected failure codes of last year");
    assertThat(said.get("late")).startsWith("fail its failure was expected until 2026-11-25");
    assertThat(said.get("mended")).startsWith("unexpected pass take it off the list");
    assertThat(said.get("fresh")).startsWith("fail verdict");
    assertThat(list.updated(run, TODAY))
        .containsExactly(lines.get(0), lines.get(1), lines.get(2), "fresh 2027-02-24 (say why)");
    assertThatThrownBy(() -> ExpectedFailures.of(List.of("fresh 2027-02-24 (say why)")))
        .hasMessageContaining("line 1: say why fresh fails");
    assertThatThrownBy(() -> ExpectedFailures.of(List.of("fresh 2027-02-24")))
        .hasMessageContaining("line 1: expected ID DAY REASON");
    assertThatThrownBy(() -> ExpectedFailures.of(List.of("", "x tomorrow because")))
        .hasMessageContaining("line 2: tomorrow is no day");
    assertThatThrownBy(() -> ExpectedFailures.of(List.of("x 2027-01-01 a", "x 2027-01-01 b")))
        .hasMessageContaining("line 2: x stands twice");
    assertThatThrownBy(() -> ExpectedFailures.of(List.of("gone 2027-01-01 a")).requireKnown(suite))
        .hasMessage("no such vectors: gone");
  }

  @Test
  void aSuiteThatSomebodyChangedIsNone() throws Exception {
    Path root = folder.resolve("suite");
    Suite suite = new SmallSuite().message("one", "fine").write(root);
    Files.writeString(root.resolve("validator/area/one/message.xml"), "changed");
    assertThatThrownBy(() -> run(suite))
        .isInstanceOf(SuiteException.class)
        .hasMessageContaining("validator/area/one/message.xml");
    assertThatThrownBy(() -> Suite.of(root)).isInstanceOf(SuiteException.class);
  }

  @Test
  void aProgramThatIsNotThere() throws Exception {
    Suite suite = new SmallSuite().message("one", "fine").write(folder.resolve("suite"));
    Description none = new Description(folder, List.of("/nowhere/iut"), LIMIT);
    Launcher launcher = () -> new ChildProcess(none);
    assertThatThrownBy(
            () -> new Runner(suite, launcher, launcher, LIMIT, folder, 1).run(v -> true, r -> {}))
        .isInstanceOf(IOException.class);
    Description silent = description();
    Launcher cat =
        () -> new ChildProcess(new Description(folder, List.of(silent.command().get(0)), LIMIT));
    assertThatThrownBy(() -> new Runner(suite, cat, cat, LIMIT, folder, 1).run(v -> true, r -> {}))
        .isInstanceOf(MisbehaviourException.class);
  }

  @Test
  void claimsThatTheProtocolDoesNotHaveAreRefused() throws Exception {
    Suite suite = new SmallSuite().message("one", "fine").write(folder.resolve("suite"));
    assertThatThrownBy(() -> run(suite, "boasting"))
        .isInstanceOfSatisfying(
            MisbehaviourException.class,
            e ->
                assertThat(e.said().in(SmallSuite.ENGLISH))
                    .isEqualTo("it claims “json” in syntaxes, which protocol 1 does not have"));
  }

  @Test
  void pathsDoNotLeaveTheSuite() throws Exception {
    Suite suite =
        new SmallSuite()
            .vector(
                "validator/area/far",
                "\"level\":\"MUST\"",
                "{\"op\":\"validate\",\"file\":\"../../../../x\"}",
                "{}",
                "fine")
            .write(folder.resolve("suite"));
    assertThatThrownBy(() -> run(suite)).hasStackTraceContaining("is outside");
  }

  @Test
  void reports() throws Exception {
    Suite suite =
        new SmallSuite()
            .message("good", "fine")
            .message("bad", "wrong")
            .message("ugly", "babble")
            .write(folder.resolve("suite"));
    Path target = folder.resolve("out");
    assertThat(RunReports.write(run(suite), target, SmallSuite.ENGLISH))
        .hasSize(5)
        .allMatch(Files::exists);
    assertThat(Files.readString(target.resolve("summary.md")))
        .contains("` odd 1 ` · failed", "| validator | failed | 3 | 1 | 1 | 1 |", suite.digest());
    assertThat(Files.readString(target.resolve("junit.xml")))
        .contains("tests=\"3\" failures=\"1\" errors=\"1\" skipped=\"0\"");
    assertThat(Files.readString(target.resolve("badge.svg"))).contains("not conformant");
    assertThat(Files.readString(target.resolve("report.html")))
        .contains("Failed", "validator/area/ugly", "I think that it is fine");
    RunReports.write(run(suite), target, Catalogue.standard().texts("fr")::ui);
    assertThat(Files.readString(target.resolve("report.html")))
        .contains("lang=\"fr\"", "Par domaine", "échec")
        .doesNotContain(">fail<", "By area");
    assertThat(Files.readString(target.resolve("summary.md")))
        .contains("| profil |", "| échoué | 3 | 1 |")
        .doesNotContain("profile");
  }
}
