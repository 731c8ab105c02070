package org.midex.conformance.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.midex.conformance.iut.InProcess;
import org.midex.conformance.iut.Launcher;
import org.midex.conformance.iut.MisbehaviourException;
import org.midex.conformance.run.Status;
import org.midex.conformance.run.Trials;
import org.midex.conformance.run.VectorResult;
import org.midex.conformance.suite.Suite;
import org.midex.conformance.suite.Vector;

/** The suite tells a broken implementation from a right one. */
@Tag("once")
class MutantsTest {
  private static final Path SUITE = Path.of("../vectors/1.0");
  private static final Launcher JUDGE = () -> new InProcess(new ReferenceImplementation()::answer);

  private static List<Mutant> mutants() throws IOException {
    try (InputStream in = MutantsTest.class.getResourceAsStream("mutants.txt")) {
      return Mutant.read(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
    }
  }

  @Test
  void everyFaultInTheCodeIsCaughtByTheVectorsExpectedTo() throws Exception {
    Suite suite = Suite.of(SUITE);
    List<Mutant> mutants = mutants();
    assertThat(mutants).extracting(Mutant::name).doesNotHaveDuplicates();
    List<String> alive = new ArrayList<>();
    for (Mutant mutant : mutants) {
      Map<String, byte[]> changed = new MutantCompiler().compile(mutant);
      if (passes(suite, mutant.caughtBy(), MutantLoader.implementation(changed))) {
        alive.add(mutant.name());
      }
    }
    System.out.printf(
        "mutants: %d of %d faults in code killed%n", mutants.size() - alive.size(), mutants.size());
    assertThat(alive).isEmpty();
  }

  /** What would be killed without a fault says nothing. */
  @Test
  void theSameVectorsPassWithoutAFault() throws Exception {
    Suite suite = Suite.of(SUITE);
    List<String> all =
        mutants().stream().flatMap(mutant -> mutant.caughtBy().stream()).distinct().toList();
    assertThat(passes(suite, all, MutantLoader.implementation(Map.of()))).isTrue();
  }

  private static boolean passes(
      Suite suite, List<String> ids, UnaryOperator<ObjectNode> implementation)
      throws IOException, InterruptedException {
    Set<String> known = suite.vectors().stream().map(Vector::id).collect(Collectors.toSet());
    assertThat(known).containsAll(ids);
    Launcher launcher = () -> new InProcess(implementation);
    try (Trials trials = new Trials(suite, launcher, JUDGE, Duration.ofSeconds(30))) {
      for (Vector vector : suite.vectors()) {
        if (ids.contains(vector.id())) {
          VectorResult result = trials.run(vector);
          if (result.status() != Status.PASS) {
            return false;
          }
        }
      }
      return true;
    } catch (MisbehaviourException e) {
      return false;
    }
  }
}
