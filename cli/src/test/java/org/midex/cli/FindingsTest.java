package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midex.model.Result;
import org.midex.model.Verdict;
import org.midex.schema.Severity;
import picocli.CommandLine;

class FindingsTest {
  @ParameterizedTest(
      name = "{0} errors, {1} warnings, {2} information, {3}: --fail-on {4} gives {5}")
  @CsvSource({
    "0, 0, 0, CONFORMANT,     error,   0",
    "1, 0, 0, NOT_CONFORMANT, error,   1",
    "1, 0, 0, NOT_CONFORMANT, warning, 1",
    "1, 0, 0, NOT_CONFORMANT, never,   0",
    "0, 1, 0, CONFORMANT,     error,   0",
    "0, 1, 0, CONFORMANT,     warning, 1",
    "0, 0, 1, CONFORMANT,     warning, 0",
    "0, 0, 1, CONFORMANT,     info,    1",
    "0, 1, 0, INCOMPLETE,     error,   4",
    "0, 1, 0, INCOMPLETE,     warning, 1",
    "0, 1, 0, INCOMPLETE,     never,   4"
  })
  void theExitCodeFollowsTheGravestFinding(
      long errors, long warnings, long infos, Verdict verdict, String failOn, int exit) {
    Findings findings = new Findings();
    new CommandLine(
            CommandLine.Model.CommandSpec.create()
                .addMixin("findings", CommandLine.Model.CommandSpec.forAnnotatedObject(findings)))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs("--fail-on", failOn);
    Map<Severity, Long> counts =
        Map.of(Severity.ERROR, errors, Severity.WARNING, warnings, Severity.INFO, infos);
    Result result =
        new Result(
            "f",
            "0".repeat(64),
            "xml",
            null,
            null,
            null,
            verdict,
            0,
            true,
            counts,
            List.of(),
            List.of());
    assertThat(findings.exit(result)).isEqualTo(exit);
  }
}
