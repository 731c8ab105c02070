package org.midex.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.midex.benchmarks.measure.Goal.Bound;
import org.midex.benchmarks.measure.Results.Figure;

class GoalTest {
  @Test
  void theFasterOneHasTheLargerRatio() {
    Results results = results(measurement("ours", 2), measurement("other", 10));
    assertThat(Formula.speed("ours", "other").of(results)).hasValue(5);
  }

  @Test
  void theBestOfOthersIsTheFastest() {
    Results results =
        results(measurement("ours", 2), measurement("slow", 10), measurement("quick", 3));
    assertThat(Formula.speedOverBest("ours", "slow", "quick").of(results)).hasValue(1.5);
  }

  @Test
  void theWantedNumberItselfMeetsAGoal() {
    Results results = new Results();
    results.add(new Figure("seconds", "", 0.5));
    assertThat(goal(Bound.AT_MOST, 0.5).judge(results).met()).isTrue();
    assertThat(goal(Bound.AT_LEAST, 0.5).judge(results).met()).isTrue();
    assertThat(goal(Bound.AT_MOST, 0.49).judge(results).met()).isFalse();
    assertThat(goal(Bound.AT_LEAST, 0.51).judge(results).met()).isFalse();
  }

  @Test
  void whatWasNotMeasuredIsMissed() {
    Goal.Outcome outcome = goal(Bound.AT_MOST, 1).judge(new Results());
    assertThat(outcome.measured()).isEmpty();
    assertThat(outcome.met()).isFalse();
  }

  private static Goal goal(Bound bound, double wanted) {
    return new Goal("id", "what", bound, wanted, "s", Formula.figure("seconds"), "not run");
  }

  private static Results results(Measurement... measurements) {
    Results results = new Results();
    results.add("group", Arrays.asList(measurements));
    return results;
  }

  private static Measurement measurement(String id, double cpu) {
    return new Measurement(id, id, false, 1, cpu, cpu, 0, 0, 1);
  }

  @Test
  void roundsTakeTurnsAndOnlyTheLastOnesCount() throws Exception {
    StringBuilder order = new StringBuilder();
    List<Measurement> measured =
        new Rounds(1, 2)
            .run(List.of(appending("a", order), appending("b", order)), step -> order.append(' '));
    assertThat(order).hasToString(" ab ab ab");
    assertThat(measured).extracting(Measurement::rounds).containsExactly(2, 2);
  }

  private static Contender appending(String id, StringBuilder order) {
    return Contender.other(
        id,
        id,
        () -> {
          order.append(id);
          return 1;
        });
  }
}
