package org.midex.conformance.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.midex.conformance.iut.InProcess;

/** The suite tells an implementation with a fault in its code from a right one. */
@Tag("once")
class MutantsTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static List<Mutant> mutants() throws IOException {
    try (InputStream in = MutantsTest.class.getResourceAsStream("mutants.txt")) {
      return Mutant.read(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
    }
  }

  @Test
  void everyFaultInTheCodeIsCaughtByTheVectorsExpectedTo() throws Exception {
    Verdicts verdicts = Verdicts.ofTheSuite();
    List<Mutant> mutants = mutants();
    assertThat(mutants).extracting(Mutant::name).doesNotHaveDuplicates();
    List<String> alive = new ArrayList<>();
    try (MutantCompiler compiler = new MutantCompiler()) {
      for (Mutant mutant : mutants) {
        UnaryOperator<ObjectNode> broken;
        try {
          broken = MutantLoader.implementation(mutant.part(), compiler.compile(mutant));
        } catch (IllegalArgumentException e) {
          alive.add(String.valueOf(e.getMessage())); // the code has changed since
          continue;
        }
        List<String> blind = verdicts.blind(mutant.caughtBy(), () -> new InProcess(broken), LIMIT);
        if (!blind.isEmpty()) {
          alive.add(mutant.name() + " passes " + String.join(", ", blind));
        }
      }
    }
    System.out.printf(
        "mutants: %d of %d faults in code killed%n", mutants.size() - alive.size(), mutants.size());
    assertThat(alive).isEmpty();
  }

  /** What would be killed without a fault says nothing. */
  @Test
  void theSameVectorsPassWithoutAFault() throws Exception {
    List<String> all =
        mutants().stream().flatMap(mutant -> mutant.caughtBy().stream()).distinct().toList();
    UnaryOperator<ObjectNode> right = new ReferenceImplementation()::answer;
    List<String> wrong = new ArrayList<>(all);
    wrong.removeAll(Verdicts.ofTheSuite().blind(all, () -> new InProcess(right), LIMIT));
    assertThat(wrong).isEmpty();
  }
}
