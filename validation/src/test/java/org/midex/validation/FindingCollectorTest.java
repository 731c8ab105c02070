package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.midex.validation.Dataset.CATALOGUE;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.midex.model.Location;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.Result;
import org.midex.model.Verdict;
import org.midex.schema.Severity;

class FindingCollectorTest {
  private static final Problem ERROR = Problem.of("MDX-V05", "OBS_VALUE");
  private static final Problem WARNING = Problem.of("MDX-V08", "OBS_VALUE");

  private final FindingCollector collector = new FindingCollector(CATALOGUE);

  private static Occurrence at(long record, @Nullable String value) {
    return Occurrence.at(Location.ofRecord(record), value, Map.of());
  }

  @Test
  void nothingFoundIsConformant() {
    assertThat(collector.verdict()).isEqualTo(Verdict.CONFORMANT);
    assertThat(collector.groups()).isEmpty();
  }

  @Test
  void warningsDoNotChangeTheVerdict() {
    collector.report(WARNING, at(1, "1"));
    assertThat(collector.verdict()).isEqualTo(Verdict.CONFORMANT);
    assertThat(collector.counts()).containsEntry(Severity.WARNING, 1L);
  }

  @Test
  void anErrorOutweighsIncompleteness() {
    collector.incomplete();
    assertThat(collector.verdict()).isEqualTo(Verdict.INCOMPLETE);
    collector.report(ERROR, at(1, "-1"));
    assertThat(collector.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
  }

  @Test
  void countsExactlyAndKeepsTheFirstSamples() {
    for (int i = 1; i <= 10_000; i++) {
      collector.report(ERROR, at(i, "-" + i % 3));
    }
    Result.Group group = collector.groups().get(0);
    assertThat(group.count()).isEqualTo(10_000);
    assertThat(group.values())
        .containsExactly(
            new Result.ValueCount("-1", 3_334, null),
            new Result.ValueCount("-0", 3_333, null),
            new Result.ValueCount("-2", 3_333, null));
    assertThat(group.samples())
        .extracting(s -> s.finding().location().record())
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void countsFurtherValuesAsOther() {
    for (int i = 0; i < 1_500; i++) {
      collector.report(ERROR, at(i, "-" + i));
    }
    Result.Group group = collector.groups().get(0);
    assertThat(group.values()).hasSize(1_000);
    assertThat(group.otherValues()).isEqualTo(500);
  }

  @Test
  void bearsHugeValuesAndCountsThem() {
    String huge = "x".repeat(1_000_000);
    for (int i = 0; i < 100_000; i++) {
      collector.report(
          Problem.of("MDX-V01", "FIELD" + i % 500), at(i, i % 5_000 + huge.substring(0, 600)));
    }
    collector.report(ERROR, at(1, huge));
    long kept =
        collector.groups().stream()
            .flatMap(g -> g.values().stream())
            .mapToLong(v -> v.value().length())
            .sum();
    assertThat(kept).isLessThan(5_000_000);
    assertThat(collector.counts()).containsEntry(Severity.ERROR, 100_001L);
    assertThat(collector.groups())
        .allSatisfy(
            g ->
                assertThat(
                        g.values().stream().mapToLong(Result.ValueCount::count).sum()
                            + g.otherValues())
                    .isEqualTo(g.count()));
  }

  @Test
  void mergesProblemsBeyondTheLimitAndSaysSo() {
    FindingCollector small = new FindingCollector(CATALOGUE, 5, 10);
    for (int i = 0; i < 50; i++) {
      small.report(new Problem("MDX-V01", "FIELD" + i, Map.of("list", "CL_" + i)), at(i, "v"));
    }
    assertThat(small.groups()).hasSize(11);
    Result.Group merged = small.groups().get(0);
    assertThat(merged.problem()).isEqualTo(new Problem("MDX-V01", "*", Map.of("list", "*")));
    assertThat(merged.count()).isEqualTo(40);
  }

  @Test
  void sortsBySeverityThenCountThenRule() {
    for (int i = 0; i < 9; i++) {
      collector.report(WARNING, at(i, null));
    }
    collector.report(Problem.of("MDX-V07", "OBS_VALUE"), at(1, null));
    collector.report(ERROR, at(1, null));
    collector.report(Problem.of("MDX-V03"), at(1, null));
    collector.report(Problem.of("MDX-V03"), at(2, null));
    assertThat(collector.groups())
        .extracting(g -> g.problem().rule())
        .containsExactly("MDX-V03", "MDX-V05", "MDX-V07", "MDX-V08");
  }

  @Test
  void countsRulesThatWereNotRun() {
    collector.notRun("MDX-V12", "unknownCode");
    collector.notRun("MDX-V03", "unknownCode");
    collector.notRun("MDX-V03", "malformed");
    collector.notRun("MDX-V03", "malformed");
    assertThat(collector.notRun())
        .containsExactly(
            new Result.NotRun("MDX-V03", 2, "malformed"),
            new Result.NotRun("MDX-V03", 1, "unknownCode"),
            new Result.NotRun("MDX-V12", 1, "unknownCode"));
  }

  @Test
  void refusesARuleThatIsNotInTheCatalogue() {
    assertThatThrownBy(() -> collector.report(Problem.of("MDX-V99"), at(1, null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MDX-V99");
  }

  @Test
  void aTeeHandsOnEverything() {
    Found other = new Found();
    TeeSink tee = new TeeSink(collector, other);
    tee.report(ERROR, at(1, "-1"));
    tee.notRun("MDX-V03", "malformed");
    tee.incomplete();
    assertThat(other.rules()).containsExactly("MDX-V05");
    assertThat(other.notRun()).containsKey("MDX-V03 malformed");
    assertThat(other.isIncomplete()).isTrue();
    assertThat(collector.groups()).hasSize(1);
  }
}
