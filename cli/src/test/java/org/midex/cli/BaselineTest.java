package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
  private static final String DAMAGED = "../examples/asylum-damaged.xml";

  @TempDir private Path folder;

  private Path baseline(String format, String... files) {
    Path report = folder.resolve("old." + format);
    String[] arguments = new String[files.length + 5];
    arguments[0] = "validate";
    arguments[1] = "--format";
    arguments[2] = format;
    arguments[3] = "-o";
    arguments[4] = report.toString();
    System.arraycopy(files, 0, arguments, 5, files.length);
    Run.midex(arguments);
    return report;
  }

  /** What was printed, whatever the width of the lines. */
  private static String flat(Run run) {
    return run.out().replaceAll("\\s+", " ").strip();
  }

  private String changed(String from, String to) throws IOException {
    String text = Files.readString(Path.of(DAMAGED));
    assertThat(text).contains(from);
    Path file = folder.resolve("asylum-damaged.xml");
    return Files.writeString(file, text.replace(from, to)).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "ndjson"})
  void theSameFileHasNothingNewAndPassesWhenOnlyNewCounts(String format) {
    String old = baseline(format, DAMAGED).toString();
    Run run = Run.midex("validate", DAMAGED, "--baseline", old, "--fail-on-new");
    assertThat(run.code()).isZero();
    assertThat(flat(run))
        .startsWith("NOT CONFORMANT")
        .contains("Compared with " + old + ": new 0 · persisting 13 · fixed 0 errors");
    assertThat(Run.midex("validate", DAMAGED, "--baseline", old).code())
        .isEqualTo(Exit.NOT_CONFORMANT);
  }

  @ParameterizedTest
  @CsvSource({"json,by how often each value was found", "ndjson,by key and value"})
  void whatWasRepairedIsFixedAndWhatIsAddedIsNew(String format, String by) throws IOException {
    String old = baseline(format, DAMAGED).toString();
    String file = changed("OBS_VALUE=\"-5\"", "OBS_VALUE=\"5\"");
    Run fixed = Run.midex("validate", file, "--baseline", old, "--fail-on-new");
    assertThat(fixed.code()).isZero();
    assertThat(flat(fixed))
        .contains(": new 0 · persisting 12 · fixed 1")
        .contains("MDX-V05 OBS_VALUE: new 0 · persisting 0 · fixed 1 (" + by + ")");
    Run added =
        Run.midex(
            "validate",
            changed("OBS_VALUE=\"-5\"", "OBS_VALUE=\"-6\""),
            "--baseline",
            old,
            "--fail-on-new");
    assertThat(added.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(flat(added)).contains("MDX-V05 OBS_VALUE: new 1 · persisting 0 · fixed 1");
  }

  @Test
  void placesDoNotMatterAndKeysDo() throws IOException {
    String old = baseline("ndjson", DAMAGED).toString();
    String moved = changed("<Obs ", "\n\n  <Obs ");
    assertThat(flat(Run.midex("validate", moved, "--baseline", old)))
        .contains(": new 0 · persisting 13 · fixed 0");
    String text = Files.readString(Path.of(DAMAGED));
    int at = text.indexOf("OBS_VALUE=\"-5\"");
    int row = text.lastIndexOf("<Obs", at);
    String area = text.substring(row, at).replace("SEX=\"_T\"", "SEX=\"X\"");
    Path file = folder.resolve("asylum-damaged.xml");
    Files.writeString(file, text.substring(0, row) + area + text.substring(at));
    assertThat(flat(Run.midex("validate", file.toString(), "--baseline", old)))
        .contains("MDX-V05 OBS_VALUE: new 1 · persisting 0 · fixed 1 (by key and value)");
  }

  @Test
  void jsonSaysWhatWasCompared() {
    String old = baseline("ndjson", DAMAGED).toString();
    Run run = Run.midex("validate", DAMAGED, "--baseline", old, "--format", "json");
    assertThat(flat(run))
        .contains("\"baseline\" : {", "\"known\" : true", "\"comparedBy\" : \"findings\"");
  }

  @Test
  void filesAreFoundByTheirNames() {
    String good = "../examples/refugees.xml";
    String old = baseline("json", DAMAGED, good).toString();
    Run both = Run.midex("validate", good, DAMAGED, "--baseline", old, "--fail-on-new");
    assertThat(both.code()).isZero();
    String onlyGood = baseline("json", good).toString();
    Run unknown = Run.midex("validate", good, DAMAGED, "--baseline", onlyGood, "--fail-on-new");
    assertThat(unknown.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(flat(unknown)).contains("does not tell of this file: all 13 findings are new");
  }

  @Test
  void whatIsWaivedDoesNotCount() throws IOException {
    Path rules = folder.resolve("rules.yaml");
    String waiver = "{rule: MDX-V05, reason: r, owner: o, expires: 2999-01-01}";
    Files.writeString(rules, "name: a\nwaivers: [" + waiver + "]");
    Path old = folder.resolve("waived.ndjson");
    String[] arguments = {
      "validate", DAMAGED, "--rules", rules.toString(), "--format", "ndjson", "-o", old.toString()
    };
    Run.midex(arguments);
    Run run = Run.midex("validate", DAMAGED, "--baseline", old.toString(), "--fail-on-new");
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(flat(run)).contains("MDX-V05 OBS_VALUE: new 1 · persisting 0 · fixed 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|:1: is no report of MIDEX",
        "[]|:1: is no report of MIDEX: expected an object",
        "``|is no report of MIDEX",
        "no json|is no JSON",
        "{\"header\":{\"file\":\"a\"}}|ends before the summary of a",
        "{\"file\":\"a\",\"rule\":\"X\",\"severity\":\"error\"}|a finding of a file that has no header",
        "{\"file\":\"a\",\"groups\":[{\"rule\":\"X\",\"severity\":\"bad\"}]}|found 'bad'",
        "{\"file\":\"a\",\"groups\":[{}]}|a group without a rule",
        "{\"file\":\"a\",\"groups\":7}|expected a list of groups",
        "{\"x\":[[[|is no JSON"
      })
  void whatIsNoReportIsWrongUsage(String text, String said) throws IOException {
    String old = Files.writeString(folder.resolve("bad.json"), text).toString();
    Run run = Run.midex("validate", DAMAGED, "--baseline", old);
    assertThat(run.code()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).startsWith("midex: --baseline: " + old).contains(said);
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    String old =
        Files.writeString(folder.resolve("deep.json"), "{\"x\":" + "[".repeat(100_000)).toString();
    assertThat(Run.midex("validate", DAMAGED, "--baseline", old).code()).isEqualTo(Exit.USAGE);
  }

  @Test
  void onlyNewNeedsABaseline() {
    assertThat(Run.midex("validate", DAMAGED, "--fail-on-new").code()).isEqualTo(Exit.USAGE);
  }
}
