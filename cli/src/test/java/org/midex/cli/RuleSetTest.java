package org.midex.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSetTest {
  private static final String GOOD = "../examples/refugees.xml";
  private static final String DAMAGED = "../examples/asylum-damaged.xml";

  @TempDir private Path folder;

  private String rules(String yaml) throws IOException {
    return Files.writeString(folder.resolve("office.yaml"), yaml).toString();
  }

  /** A run on a given day. */
  private static Run on(String day, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Clock clock = Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
    InputStream in = InputStream.nullInputStream();
    int code = new Main(new Surroundings(in, out, err, Map.of(), false, clock)).run(args);
    return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  private String negativeFile() throws IOException {
    String text = Files.readString(Path.of(GOOD));
    String negative = text.replaceFirst("OBS_VALUE=\"[0-9]+\"", "OBS_VALUE=\"-5\"");
    return Files.writeString(folder.resolve("negative.xml"), negative).toString();
  }

  private static final String WAIVED =
      """
      name: Office 2026
      rules:
        MDX-V12: {disabled: true, reason: totals come later}
      waivers:
        - rule: MDX-V05
          reason: registry
          owner: J. Doe
          expires: 2026-12-31
      """;

  @Test
  void decidesVerdictAndExitAndIsToldInTheText() throws IOException {
    Run run = on("2026-12-31", "validate", negativeFile(), "--rules", rules(WAIVED));
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out())
        .startsWith("CONFORMANT")
        .containsPattern("\n   with the rule set Office 2026 \\(SHA-256 [0-9a-f]{12}…\\)\n")
        .contains("\n      MDX-V12 is off: totals come later\n")
        .contains("waived 1× MDX-V05 by J. Doe until 2026-12-31: registry\n");
  }

  @Test
  void noLongerWaivesTheDayAfter() throws IOException {
    Run run = on("2027-01-01", "validate", negativeFile(), "--rules", rules(WAIVED));
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(run.out())
        .startsWith("NOT CONFORMANT")
        .contains("warning MDX-V90", "error MDX-V05")
        .doesNotContain("\nwaived");
  }

  @Test
  void isToldInJsonAndEveryLineOfNdjsonSaysWhatCoversIt() throws IOException {
    String rules = rules(WAIVED);
    Run json = on("2026-11-25", "validate", negativeFile(), "--rules", rules, "--format", "json");
    assertThat(json.code()).isZero();
    assertThat(json.out())
        .contains("\"ruleSet\" : {", "\"name\" : \"Office 2026\"", "\"change\" : \"disabled\"")
        .contains("\"waived\" : [", "\"owner\" : \"J. Doe\"", "\"groups\" : [ ]");
    Run lines =
        on("2026-11-25", "validate", negativeFile(), "--rules", rules, "--format", "ndjson");
    assertThat(lines.out().lines().filter(l -> l.contains("\"waiver\"")))
        .anyMatch(l -> l.contains("\"rule\":\"MDX-V05\"") && l.startsWith("{\"file\""));
  }

  @Test
  void gradesFindingsInEveryReport() throws IOException {
    String rules =
        rules("name: a\nrules: {MDX-V05: {severity: warning}, MDX-V12: {disabled: true}}");
    for (String format : new String[] {"text", "json", "ndjson"}) {
      Run run = Run.midex("validate", negativeFile(), "--rules", rules, "--format", format);
      assertThat(run.code()).isZero();
      assertThat(run.out()).contains("warning");
    }
    assertThat(
            Run.midex("validate", negativeFile(), "--rules", rules, "--fail-on", "warning").code())
        .isEqualTo(Exit.NOT_CONFORMANT);
  }

  @Test
  void faultsOfTheFileAreWrongUsage() throws IOException {
    String rules = rules("name: a\nrules:\n  MDX-V555: {disabled: true}");
    Run run = Run.midex("validate", GOOD, "--rules", rules);
    assertThat(run.code()).isEqualTo(Exit.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("midex: --rules: " + rules + ":3: no rule 'MDX-V555'; did you mean 'MDX-V");
  }

  @Test
  void aMissingFileIsNoVerdict() {
    Run run = Run.midex("validate", GOOD, "--rules", "missing.yaml");
    assertThat(run).isEqualTo(new Run(Exit.FAILED, "", "midex: no such file: missing.yaml\n"));
  }

  @Test
  void structureCannotBeWaived() throws IOException {
    String rules =
        rules("name: a\nwaivers: [{rule: MDX-S11, reason: r, owner: o, expires: 2099-01-01}]");
    assertThat(Run.midex("validate", DAMAGED, "--rules", rules).code()).isEqualTo(Exit.USAGE);
  }
}
