package org.midex.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --positions all}: every finding says where its value stands. */
class PositionsTest {
  private static final Path DAMAGED = Path.of("../examples/asylum-damaged.xml");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Nested
  class EveryFinding {
    @Test
    void pointsAtItsValue() throws IOException {
      pointAtTheirValues(findings(DAMAGED), Files.readAllBytes(DAMAGED));
    }

    @Test
    void pointsAtItsValueBehindOtherLineEndsLettersAndAMark() throws IOException {
      String text =
          "\uFEFF"
              + Files.readString(DAMAGED)
                  .replace("\n", "\r\n")
                  .replace("<Obs ", "<!-- Zürich, 東京, 🌍 --><Obs ");
      Path other = Files.writeString(folder.resolve("other.xml"), text);
      pointAtTheirValues(findings(other), text.getBytes(UTF_8));
    }

    @Test
    void pointsIntoTheTextThatIsCompressed() throws IOException {
      byte[] text = Files.readAllBytes(DAMAGED);
      ByteArrayOutputStream compressed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
        gzip.write(text);
      }
      Path file = Files.write(folder.resolve("damaged.xml.gz"), compressed.toByteArray());
      pointAtTheirValues(findings(file), text);
      Run run =
          Run.reading(
              compressed.toByteArray(),
              "validate",
              "--format",
              "ndjson",
              "--positions",
              "all",
              "-");
      assertThat(places(parse(run.out()))).isEqualTo(places(findings(file)));
    }

    /** The second of two areas, a group, an attribute of the payload; in any form of lines. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void ofTheHeaderPointsToItsLine(String end) throws IOException {
      String text =
          "\uFEFF"
              + Files.readString(Path.of("../examples/refugees.xml"))
                  .replace("<Area>DEU<", "<Area>EU27<")
                  .replace(
                      "</Coverage>", "</Coverage><Rounding><Method>NEAREST</Method></Rounding>")
                  .replace("UNIT_MEASURE=\"PS\"", "UNIT_MEASURE=\"HH\"")
                  .replace("\n", end);
      Path file = Files.writeString(folder.resolve("header.xml"), text);
      List<JsonNode> found = findings(file);
      assertThat(places(found))
          .contains("\"MDX-V01\" 12:7", "\"MDX-V53\" 19:12", "\"MDX-V42\" 24:45");
      JsonNode area =
          found.stream()
              .filter(f -> f.at("/rule").asText().equals("MDX-V01"))
              .findFirst()
              .orElseThrow();
      int offset = area.at("/byteOffset").asInt();
      assertThat(new String(text.getBytes(UTF_8), offset, 5, UTF_8)).isEqualTo("EU27<");
    }

    @Test
    void ofTheHeaderIsToldApartFromItsLikes() throws IOException {
      String text =
          Files.readString(Path.of("../examples/refugees.xml"))
              .replaceFirst(
                  "(?s)<Sender>.*</Sender>\n",
                  """
                  <!-- was <Area>EU27</Area> -->
                  <Sender> <Area>EU27</Area>
                  <Authority>X</Authority>
                  </Sender>
                    <Receiver><Area><!-- Union -->EU&#50;7</Area>
                  <Authority>Y</Authority>
                  </Receiver>
                  """);
      Path file = Files.writeString(folder.resolve("header.xml"), text);
      int first = lineOf(text, "<Sender> ");
      assertThat(places(findings(file)))
          .filteredOn(place -> place.contains("V01"))
          .containsExactly("\"MDX-V01\" " + first + ":16", "\"MDX-V01\" " + (first + 3) + ":13");
    }

    private static int lineOf(String text, String part) {
      return text.substring(0, text.indexOf(part)).split("\n", -1).length;
    }

    @Test
    void namesTheCellOfATable() throws IOException {
      Path table = folder.resolve("office.csv");
      String office = Files.readString(Path.of("../examples/asylum-office.csv"));
      String last = office.lines().reduce((a, b) -> b).orElseThrow();
      Files.writeString(table, office + last + "\n");
      Run run =
          Run.midex(
              "validate",
              table.toString(),
              "--map",
              "../examples/asylum-office.yaml",
              "--format",
              "ndjson",
              "--positions",
              "all");
      assertThat(parse(run.out())).isNotEmpty().allMatch(f -> f.hasNonNull("source"));
    }
  }

  @Test
  void aloneSaysNoMoreThanReadingTells() {
    Run run = Run.midex("validate", DAMAGED.toString(), "--format", "ndjson");
    assertThat(run.out()).contains("\"rule\":\"MDX-V12\"");
    JsonNode sum =
        parse(run.out()).stream()
            .filter(f -> f.get("rule").asText().equals("MDX-V12"))
            .findFirst()
            .orElseThrow();
    assertThat(sum.has("line")).isFalse();
  }

  private static List<JsonNode> findings(Path file) {
    return parse(
        Run.midex("validate", file.toString(), "--format", "ndjson", "--positions", "all").out());
  }

  private static List<String> places(List<JsonNode> findings) {
    return findings.stream()
        .map(f -> f.get("rule") + " " + f.get("line") + ":" + f.get("column"))
        .toList();
  }

  private static List<JsonNode> parse(String ndjson) {
    List<JsonNode> findings = new ArrayList<>();
    for (String line : ndjson.lines().filter(l -> l.contains("\"rule\"")).toList()) {
      try {
        JsonNode node = JSON.readTree(line);
        if (node.has("rule")) {
          findings.add(node);
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return findings;
  }

  /** The byte offset and the line and column each lead to the value, by counting of our own. */
  private static void pointAtTheirValues(List<JsonNode> findings, byte[] bytes) {
    assertThat(findings).hasSizeGreaterThan(10);
    for (JsonNode finding : findings) {
      assertThat(finding.has("byteOffset")).as(finding.toString()).isTrue();
      int offset = finding.get("byteOffset").asInt();
      String there = new String(bytes, offset, Math.min(300, bytes.length - offset), UTF_8);
      String before = new String(bytes, 0, offset, UTF_8).replace("\uFEFF", "");
      long lines = before.chars().filter(c -> c == '\n').count();
      assertThat(finding.get("line").asLong()).as(finding.toString()).isEqualTo(lines + 1);
      assertThat(finding.get("column").asInt())
          .as(finding.toString())
          .isEqualTo(before.length() - before.lastIndexOf('\n'));
      boolean value = finding.hasNonNull("value") && !there.startsWith("<");
      assertThat(there)
          .as(finding.toString())
          .startsWith(value ? finding.get("value").asText() + "\"" : "<Obs ");
    }
  }
}
