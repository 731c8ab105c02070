package org.midex.conformance.junit;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.midex.conformance.iut.InProcess;
import org.midex.conformance.iut.Launcher;
import org.midex.conformance.iut.MisbehaviourException;
import org.midex.conformance.reference.ReferenceImplementation;
import org.midex.conformance.run.ExpectedFailures;
import org.midex.conformance.run.RunResult;
import org.midex.conformance.run.Status;
import org.midex.conformance.run.Trials;
import org.midex.conformance.run.VectorResult;
import org.midex.conformance.suite.Contents;
import org.midex.conformance.suite.Suite;
import org.midex.conformance.suite.TemporaryFolder;
import org.midex.conformance.suite.Vector;
import org.midex.conformance.wording.Wording;
import org.midex.schema.Catalogue;

/**
 * Runs the suite in a vendor's own build: extend it, and say what the implementation is.
 *
 * <pre>{@code
 * class OurConformanceTest extends ConformanceTest {
 *   @Override
 *   protected Launcher implementation() {
 *     return () -> new InProcess(new OurAdapter()::answer);
 *   }
 * }
 * }</pre>
 *
 * <p>Each vector is a test; those of profiles, syntaxes and algorithms that the implementation does
 * not claim are skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
public abstract class ConformanceTest {
  private static final Wording ENGLISH = Catalogue.standard().texts("en")::ui;

  private @Nullable TemporaryFolder folder;
  private @Nullable Suite suite;
  private @Nullable Trials trials;

  /** The implementation under test: {@link InProcess}, or a process of its own. */
  protected abstract Launcher implementation();

  /** The second implementation, which reads what the first one makes; the reference. */
  protected Launcher judge() {
    return () -> new InProcess(new ReferenceImplementation()::answer);
  }

  /** Which vectors; all. */
  protected Predicate<Vector> vectors() {
    return vector -> true;
  }

  /** What is known to fail; nothing. */
  protected ExpectedFailures expectedFailures() {
    return ExpectedFailures.none();
  }

  /** How long an answer may take; 20 seconds. */
  protected Duration limit() {
    return Duration.ofSeconds(20);
  }

  @BeforeAll
  final void begin() throws IOException, MisbehaviourException, InterruptedException {
    TemporaryFolder unpacked = TemporaryFolder.create();
    folder = unpacked;
    Contents bundled = Contents.bundled();
    List<Vector> chosen = bundled.vectors().stream().filter(vectors()).toList();
    Suite whole = bundled.unpack(unpacked.path().resolve("suite"), chosen);
    suite = whole;
    trials = new Trials(whole, implementation(), judge(), limit(), unpacked.path());
  }

  @AfterAll
  final void end() throws IOException {
    if (trials != null) {
      trials.close();
    }
    if (folder != null) {
      folder.close();
    }
  }

  /** The vectors, by profile and area. */
  @TestFactory
  final List<DynamicNode> conformance() {
    Suite whole = suite();
    ExpectedFailures known = expectedFailures();
    known.requireKnown(whole);
    Map<String, List<DynamicNode>> groups = new LinkedHashMap<>();
    whole.vectors().stream()
        .filter(vectors())
        .forEach(
            vector ->
                groups
                    .computeIfAbsent(vector.profile() + "/" + vector.area(), n -> new ArrayList<>())
                    .add(test(vector, known)));
    List<DynamicNode> nodes = new ArrayList<>();
    groups.forEach((name, tests) -> nodes.add(DynamicContainer.dynamicContainer(name, tests)));
    return nodes;
  }

  private Suite suite() {
    return Objects.requireNonNull(suite, "not begun");
  }

  private DynamicNode test(Vector vector, ExpectedFailures known) {
    return DynamicTest.dynamicTest(vector.id() + ": " + vector.title(), () -> run(vector, known));
  }

  private void run(Vector vector, ExpectedFailures known) throws IOException, InterruptedException {
    Trials all = Objects.requireNonNull(trials, "not begun");
    RunResult raw = new RunResult(suite(), all.claims(), List.of(all.run(vector)), null);
    VectorResult result = known.apply(raw, LocalDate.now(ZoneOffset.UTC)).results().get(0);
    String told = String.join("\n", result.problems(ENGLISH));
    Assumptions.assumeTrue(
        result.status() == Status.PASS || !result.isFine(), result.status() + ": " + told);
    if (!result.isFine()) {
      Assertions.fail(
          result.status()
              + ": "
              + told
              + "\n"
              + String.join(" ", vector.clauses())
              + ". "
              + vector.why());
    }
  }
}
