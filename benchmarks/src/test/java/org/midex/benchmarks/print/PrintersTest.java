package org.midex.benchmarks.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.midex.benchmarks.measure.Formula;
import org.midex.benchmarks.measure.Goal;
import org.midex.benchmarks.measure.Goal.Bound;
import org.midex.benchmarks.measure.Machine;
import org.midex.benchmarks.measure.Measurement;
import org.midex.benchmarks.measure.Results;
import org.midex.benchmarks.measure.Results.Figure;

class PrintersTest {
  private static final Goal SPEED =
      new Goal(
          "speed",
          "ours over other",
          Bound.AT_LEAST,
          8,
          "×",
          Formula.speed("ours", "other"),
          "not run");
  private static final Goal START =
      new Goal(
          "start", "start", Bound.AT_MOST, 0.5, "s", Formula.figure("start"), "not measurable yet");

  @Test
  void textSaysOfEachGoalWhatWasWantedAndMeasured() throws IOException {
    assertThat(printed(new TextPrinter()))
        .containsPattern("ours over other +≥ 8 × +5 × +missed")
        .containsPattern("start +≤ 0.500 s +not measurable yet +missed")
        .contains("0 of 2 goals met");
  }

  @Test
  void markdownSaysWhyGoalsAreMissed() throws IOException {
    assertThat(printed(new MarkdownPrinter()))
        .contains("| ours over other | ≥ 8 × | 5 × | missed |")
        .contains("**ours over other**: 5 × instead of ≥ 8 ×. It was slow.")
        .contains("**start**: not measurable yet instead of ≤ 0.500 s. Not explained yet.");
  }

  @Test
  void jsonIsJson() throws IOException {
    String text = printed(new JsonPrinter());
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      while (parser.nextToken() != null) {
        // throws when it is none
      }
    }
    assertThat(text).contains("\"measured\" : 5.0", "\"measured\" : null");
  }

  private static String printed(Printer printer) throws IOException {
    Results results = new Results();
    results.add(
        "Group",
        List.of(
            new Measurement("other", "other", false, 3, 10, 11, 1e6, 0.1, 7),
            new Measurement("ours", "ours", true, 3, 2, 2.5, 2e6, 0.1, 7)));
    results.add(new Figure("memory", "memory, MB", 42));
    Machine machine =
        new Machine(2, "processor", 1L << 33, "VM 17", "Linux 6", LocalDate.of(2026, 11, 25));
    Report report =
        new Report(
            machine,
            1_000,
            3,
            Map.of("XML", 140_000L),
            results,
            List.of(SPEED.judge(results), START.judge(results)),
            Map.of("speed", "It was slow."));
    StringBuilder out = new StringBuilder();
    printer.print(report, out);
    return out.toString();
  }
}
