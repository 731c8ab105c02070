package org.midex.conformance.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.midex.conformance.iut.Launcher;
import org.midex.conformance.iut.MisbehaviourException;
import org.midex.conformance.suite.Suite;
import org.midex.conformance.suite.Vector;

/**
 * Has every implementation read, verify, open and answer what every one makes, itself included.
 *
 * @param implementations by name
 * @param work a folder for what they write
 */
public record Matrix(
    Suite suite, Map<String, Launcher> implementations, Duration limit, Path work, int jobs) {
  /**
   * Two implementations with one another.
   *
   * @param producer makes files, and begins exchanges
   * @param consumer is given them
   */
  public record Pair(String producer, String consumer, RunResult result) {}

  /**
   * Runs all vectors in which a second implementation is asked.
   *
   * @param chosen which of them
   * @return pairs, by producer and then consumer in the order given
   * @throws IOException when an implementation cannot be started
   * @throws MisbehaviourException when one does not answer hello
   */
  public List<Pair> run(Predicate<Vector> chosen)
      throws IOException, MisbehaviourException, InterruptedException {
    Predicate<Vector> together = chosen.and(vector -> !vector.askedOfSecond().isEmpty());
    List<Pair> pairs = new ArrayList<>();
    for (Map.Entry<String, Launcher> producer : implementations.entrySet()) {
      for (Map.Entry<String, Launcher> consumer : implementations.entrySet()) {
        Runner runner =
            new Runner(suite, producer.getValue(), consumer.getValue(), limit, work, jobs);
        pairs.add(
            new Pair(producer.getKey(), consumer.getKey(), runner.run(together, result -> {})));
      }
    }
    return pairs;
  }
}
