package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportAndShowTest {
  private static final String DAMAGED = "../examples/asylum-damaged.xml";

  @TempDir private Path folder;

  @Nested
  class AReportWrittenAgain {
    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "html", "junit"})
    void isTheSameInAnotherLanguageToo(String format) throws IOException {
      Path recorded = folder.resolve("r.ndjson");
      Run.midex("validate", DAMAGED, "--format", "ndjson", "-o", recorded.toString());
      Run first = Run.midex("validate", DAMAGED, "--format", format, "--lang", "fr");
      Run again = Run.midex("report", recorded.toString(), "--format", format, "--lang", "fr");
      assertThat(undated(again.out())).isEqualTo(undated(first.out()));
      assertThat(again.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(again.err()).isEmpty();
    }

    private String undated(String report) {
      return report.replaceAll("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d", "DATE");
    }

    @Test
    void keepsTheEditionThatWasJudgedBy() throws IOException {
      Path recorded = folder.resolve("r.ndjson");
      Run.midex(
          "validate",
          DAMAGED,
          "--edition",
          "2026-11-01",
          "--format",
          "ndjson",
          "-o",
          recorded.toString());
      assertThat(Run.midex("report", recorded.toString(), "--format", "json").out())
          .contains("\"edition\" : \"2026-11-01\"");
    }

    @Test
    void ofSomethingElseCannotBeWritten() {
      Run run = Run.midex("report", DAMAGED);
      assertThat(run.code()).isEqualTo(Exit.FAILED);
      assertThat(run.err()).contains("no report in NDJSON");
    }
  }

  @Test
  void theReportSaysHowTheTableWasRead() throws IOException {
    Path table = folder.resolve("office.csv");
    Files.writeString(
        table,
        Files.readString(Path.of("../examples/asylum-office.csv"))
            .replace("Afghanistan", "Atlantis"));
    Run run =
        Run.midex(
            "validate",
            table.toString(),
            "--map",
            "../examples/asylum-office.yaml",
            "--edition",
            "2026-11-25",
            "--format",
            "html");
    assertThat(run.out())
        .contains(
            "midex validate "
                + table
                + " --edition 2026-11-25 --map ../examples/asylum-office.yaml</code>")
        .doesNotContain("midex show");
  }

  @Test
  void whatIsNotWellFormedIsShownInItsLine() throws IOException {
    Path file = folder.resolve("bad.xml");
    String text = Files.readString(Path.of("../examples/refugees.xml"));
    Files.writeString(file, text.replaceFirst("SEX=\"M\"", "SEX=M"));
    Run run = Run.with(Map.of("LANG", "en"), "validate", file.toString());
    assertThat(run.out()).contains("MDX-S01").containsPattern("POP_TYPE=\"REF\" SEX=M AGE");
    String[] lines = run.out().lines().toArray(String[]::new);
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].matches("   │ +\\^")) {
        assertThat(lines[i - 1].charAt(lines[i].indexOf('^'))).isEqualTo('M');
        return;
      }
    }
    throw new AssertionError("no caret: " + run.out());
  }

  @Test
  void aNameInPlaceOfACodeIsUnderstood() throws IOException {
    Path file = folder.resolve("name.xml");
    String text = Files.readString(Path.of("../examples/refugees.xml"));
    Files.writeString(file, text.replaceFirst("ORIGIN=\"AFG\"", "ORIGIN=\"afghanistan\""));
    assertThat(Run.midex("validate", file.toString()).out()).contains("afghanistan→AFG");
  }

  @Test
  void aFileThatIsMissingIsInTheReportWithoutAVerdict() {
    Run run = Run.midex("validate", "gone.xml", "--format", "html");
    assertThat(run.code()).isEqualTo(Exit.FAILED);
    assertThat(run.out()).contains("COULD NOT FINISH").contains("no such file: gone.xml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "ndjson"})
  void aFileThatIsMissingIsAmongTheOthersInDataToo(String format) throws IOException {
    Run run = Run.midex("validate", "gone.xml", DAMAGED, "--format", format);
    assertThat(run.code()).isEqualTo(Exit.FAILED);
    assertThat(run.out())
        .containsPattern(
            "\"file\" ?: ?\"gone.xml\",\\s*\"failure\" ?: ?\"no such file: gone.xml\"");
    if (format.equals("ndjson")) {
      Path recorded = Files.writeString(folder.resolve("r.ndjson"), run.out());
      Run again = Run.midex("report", recorded.toString());
      assertThat(again.code()).isEqualTo(Exit.FAILED);
      assertThat(again.out()).endsWith("could not finish 1\n");
    }
  }

  @Nested
  class Show {
    @Test
    void givesTheRowItsPlaceAndTheNamesOfItsCodes() {
      Run run = Run.midex("show", DAMAGED, "--record", "13");
      assertThat(run.code()).isZero();
      assertThat(run.out())
          .startsWith(DAMAGED + ":37:1   observation 13")
          .contains("CITIZENSHIP       IRQ    Iraq")
          .contains("1,250");
    }

    @Test
    void findsTheSameRowInAvro() {
      Path avro = folder.resolve("r.avro");
      Run.midex("convert", "../examples/refugees.xml", "-o", avro.toString());
      String fields = fields(Run.midex("show", "../examples/refugees.xml", "--record", "14"));
      assertThat(fields).isNotEmpty();
      assertThat(fields(Run.midex("show", avro.toString(), "--record", "14"))).isEqualTo(fields);
      assertThat(Run.midex("show", avro.toString(), "--record", "15").err())
          .contains("no observation 15; the last one is 14");
    }

    private String fields(Run run) {
      return run.out().substring(run.out().indexOf("  REF_AREA  "));
    }

    @Test
    void saysHowManyThereAreWhenThereIsNoneOfThatNumber() {
      Run run = Run.midex("show", DAMAGED, "--record", "999");
      assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.err()).contains("has no observation 999; the last one is 21");
    }

    @Test
    void masksWhatMayTellOfAPerson() throws IOException {
      Path file = folder.resolve("c.xml");
      Files.writeString(
          file,
          Files.readString(Path.of("../examples/refugees.xml"))
              .replaceFirst("OBS_VALUE=\"1240\"", "OBS_VALUE=\"1240\" COMMENT=\"Jane Doe\""));
      assertThat(Run.midex("show", file.toString(), "--record", "1").out())
          .contains("COMMENT")
          .doesNotContain("Jane");
      assertThat(Run.midex("show", file.toString(), "--record", "1", "--show-values").out())
          .contains("Jane Doe");
    }

    @Test
    void countsFromOne() {
      assertThat(Run.midex("show", DAMAGED, "--record", "0").code()).isEqualTo(Exit.USAGE);
    }
  }
}
