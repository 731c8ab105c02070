package org.midex.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.midex.conformance.iut.InProcess;
import org.midex.conformance.iut.Launcher;
import org.midex.conformance.reference.ReferenceImplementation;
import org.midex.conformance.run.ExpectedFailures;
import org.midex.conformance.suite.Vector;

/** A vendor's build goes green and red as the implementation is right and wrong. */
class ConformanceTestTest {
  private static boolean isAmongThem(Vector vector) {
    return vector.path().startsWith("validator/themes/theme-a");
  }

  /** As good as the reference. */
  static class Good extends ConformanceTest {
    @Override
    protected Launcher implementation() {
      return () -> new InProcess(new ReferenceImplementation()::answer);
    }

    @Override
    protected Predicate<Vector> vectors() {
      return ConformanceTestTest::isAmongThem;
    }
  }

  /** Finds everything conformant. */
  static class Blind extends Good {
    @Override
    protected Launcher implementation() {
      return () ->
          new InProcess(
              request -> {
                ObjectNode answer = new ReferenceImplementation().answer(request);
                if (answer.has("verdict")) {
                  answer.put("verdict", "conformant").putArray("findings");
                }
                return answer;
              });
    }
  }

  /** The same, and says so. */
  static class Honest extends Blind {
    @Override
    protected ExpectedFailures expectedFailures() {
      return ExpectedFailures.of(
          List.of("theme-asylum-app-foreign-code 2099-12-31 no code lists yet"));
    }
  }

  private static TestExecutionSummary run(Class<?> test) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(test)).build(),
            listener);
    return listener.getSummary();
  }

  @Test
  void eachVectorIsATest() {
    TestExecutionSummary good = run(Good.class);
    assertThat(good.getTestsSucceededCount()).isGreaterThan(3);
    assertThat(good.getTestsFailedCount()).isZero();
    TestExecutionSummary blind = run(Blind.class);
    assertThat(blind.getTestsFailedCount()).isPositive();
    assertThat(blind.getTestsSucceededCount()).isPositive();
    TestExecutionSummary honest = run(Honest.class);
    assertThat(honest.getTestsFailedCount()).isEqualTo(blind.getTestsFailedCount() - 1);
    assertThat(honest.getTestsAbortedCount()).isEqualTo(1);
  }
}
