package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are judged beside one another. */
class TwoSidesTest {
  private static final String OUT = "../examples/two-sides/emigration-prt.xml";
  private static final String IN = "../examples/two-sides/immigration-esp.xml";
  private static final String REVISED = "../examples/two-sides/immigration-esp-revised.xml";

  @TempDir private Path folder;

  private static JsonNode json(Run run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }

  private static String flat(Run run) {
    return run.out().replaceAll("[\\s│]+", " ").strip();
  }

  @Test
  void severalFilesAreComparedAndThePairIsToldWithTheLater() throws IOException {
    JsonNode files = json(Run.midex("validate", "--format", "json", OUT, IN)).get("files");
    assertThat(files.get(0).get("groups")).isEmpty();
    assertThat(files.get(0).has("beside")).isFalse();
    JsonNode gap = files.get(1).at("/groups/0");
    assertThat(gap.get("rule").asText()).isEqualTo("MDX-V35");
    assertThat(gap.at("/samples/0/line").asLong()).isEqualTo(19);
    assertThat(gap.at("/samples/0/details/rest").asText()).isEqualTo("3607");
    JsonNode beside = files.get(1).at("/beside/0");
    assertThat(beside.get("file").asText()).isEqualTo(OUT);
    assertThat(beside.get("pairs").asLong()).isEqualTo(2);
    assertThat(beside.get("byRounding").asLong()).isEqualTo(1);
    assertThat(beside.get("unexplained").asLong()).isEqualTo(1);
    assertThat(beside.at("/onlyThere/uncovered").asLong()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xml", "avro", "xml.gz", "avro.gz"})
  void syntaxDoesNotMatter(String syntax) throws IOException {
    Path out = folder.resolve("out." + syntax);
    assertThat(Run.midex("convert", OUT, "-o", out.toString()).code()).isZero();
    JsonNode result =
        json(Run.midex("validate", "--format", "json", IN, "--against", out.toString()));
    assertThat(result.at("/groups/0/rule").asText()).isEqualTo("MDX-V35");
    assertThat(result.at("/beside/0/pairs").asLong()).isEqualTo(2);
  }

  @Test
  void theSendersPreviousMessageIsItsHistory() {
    Run run = Run.midex("validate", REVISED, "--against", IN, "--against", OUT);
    assertThat(run.code()).isZero();
    assertThat(flat(run))
        .contains("MDX-V31 OBS_VALUE: another figure")
        .contains("5390 here, 5333 in observation 2 of " + IN)
        .contains("MDX-V66 Observations that the sender sent before are missing 1×")
        .contains("ESP:FRA:_T:_T:_T:_T:_T:_T:_T:2023")
        .contains("figures in both 2 · equal 0 · apart by rounding 2")
        .endsWith("warnings 2 · information 0 Next: midex explain MDX-V31");
  }

  @Test
  void aReplacedMessageThatWasChangedIsNotTheOne() throws IOException {
    Path changed = folder.resolve("changed.xml");
    Files.writeString(changed, Files.readString(Path.of(IN)).replace("\"8124\"", "\"8125\""));
    Run run = Run.midex("validate", REVISED, "--against", changed.toString());
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(flat(run)).contains("MDX-V56");
  }

  @Test
  void whatIsNoMessageDoesNotKeepTheOthersFromBeingCompared() throws IOException {
    JsonNode files =
        json(Run.midex("validate", "--format", "json", OUT, "../examples/no-message.xml", IN))
            .get("files");
    assertThat(files.get(1).get("verdict").asText()).isEqualTo("notConformant");
    assertThat(files.get(2).at("/groups/0/rule").asText()).isEqualTo("MDX-V35");
  }

  @Test
  void aMessageThatBreaksOffIsNotComparedAndThatIsSaid() throws IOException {
    Path half = folder.resolve("half.xml");
    String text = Files.readString(Path.of(OUT));
    Files.writeString(half, text.substring(0, text.lastIndexOf("<Obs")));
    JsonNode result =
        json(Run.midex("validate", "--format", "json", IN, "--against", half.toString()));
    assertThat(result.get("groups")).isEmpty();
    assertThat(result.at("/notRun/0/rule").asText()).isEqualTo("MDX-V35");
    assertThat(result.at("/notRun/0/why").asText()).isEqualTo("otherUnreadable");
  }

  @Test
  void whatIsNoMessageCannotBeComparedWith() {
    Run run = Run.midex("validate", IN, "--against", "../examples/no-message.xml");
    assertThat(run.code()).isEqualTo(Exit.FAILED);
    assertThat(run.err()).contains("no-message.xml is no message to compare with");
  }

  @Test
  void aFileThatIsGivenTwiceIsJudgedTwice() throws IOException {
    JsonNode files = json(Run.midex("validate", "--format", "json", IN, IN)).get("files");
    assertThat(files).hasSize(2);
    assertThat(files.get(1).get("groups")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"MDX-V34, reporters, 99999999999", "MDX-V30, factor, 2.5", "MDX-V30, least, 1e9"})
  void settingsAreNumbersOrRefused(String rule, String name, String value) throws IOException {
    Path rules = folder.resolve("rules.yaml");
    Files.writeString(
        rules,
        "name: Office\nrules:\n  %s:\n    parameters: {%s: \"%s\"}\n".formatted(rule, name, value));
    assertThat(Run.midex("validate", "--rules", rules.toString(), OUT).code())
        .isEqualTo(value.contains("e") ? Exit.USAGE : Exit.OK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void aReportThatIsWrittenAgainComparesToo(String format) {
    Path recorded = folder.resolve("recorded.ndjson");
    Run.midex("validate", "--format", "ndjson", "-o", recorded.toString(), OUT, IN);
    Run again = Run.midex("report", "--format", format, recorded.toString());
    assertThat(again.out()).isEqualTo(Run.midex("validate", "--format", format, OUT, IN).out());
    assertThat(again.out()).contains("emigration-prt.xml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "junit"})
  void otherReportsSayHowTheSidesAgree(String format) {
    assertThat(Run.midex("validate", "--format", format, OUT, IN).out())
        .contains("figures in both 2 · equal 0 · apart by rounding 1");
  }

  @Test
  void aMissingFileToCompareWithEndsTheRun() {
    Run run = Run.midex("validate", IN, "--against", "no-such-file.xml");
    assertThat(run.code()).isEqualTo(Exit.FAILED);
    assertThat(run.err()).contains("no-such-file.xml");
  }

  @Test
  void ruleSetsSetTheMarginAndWaiversHold() throws IOException {
    Path rules = folder.resolve("rules.yaml");
    Files.writeString(
        rules, "name: Office\nrules:\n  MDX-V35:\n    parameters: {percent: \"40\"}\n");
    assertThat(
            json(Run.midex("validate", "--format", "json", "--rules", rules.toString(), OUT, IN))
                .at("/files/1/groups"))
        .isEmpty();
    Files.writeString(
        rules,
        """
        name: Office
        waivers:
          - rule: MDX-V35
            where: {PREV_RESIDENCE: PRT}
            reason: known
            owner: J. Doe
            expires: 2099-01-01
        """);
    JsonNode waived =
        json(Run.midex("validate", "--format", "json", "--rules", rules.toString(), OUT, IN))
            .at("/files/1");
    assertThat(waived.get("groups")).isEmpty();
    assertThat(waived.at("/waived/0/count").asLong()).isEqualTo(1);
  }

  @Test
  void withAMappingMessagesStayMessages() {
    Run run =
        Run.midex(
            "validate",
            OUT,
            "../examples/asylum-office.csv",
            "--map",
            "../examples/asylum-office.yaml");
    assertThat(run.out()).contains("FLOW_OUT").contains("ASYLUM_APP");
  }
}
