package org.midex.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What an implementation says never acts on whoever reads the reports, and stays legal in them. */
@Tag("once")
class HostileTextsTest {
  private static final Pattern OBEYED =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}&&[^\\n]]");

  private static final List<String> TEXTS =
      List.of("report.html", "junit.xml", "summary.md", "badge.svg");

  @TempDir private static Path folder;

  @BeforeAll
  static void write() throws Exception {
    HostileRun.write(folder);
  }

  private static Path file(String name) {
    return folder.resolve("results").resolve(name);
  }

  private static Document parsed(String name) throws Exception {
    DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return parser.parse(file(name).toFile());
  }

  @Test
  void nothingIsObeyedAndNothingIsEndless() throws IOException {
    for (String name : TEXTS) {
      assertThat(OBEYED.matcher(Files.readString(file(name))).results().map(r -> r.group()))
          .as(name)
          .isEmpty();
    }
    for (String name : List.of("report.html", "junit.xml", "summary.md", "results.json")) {
      assertThat(Files.size(file(name))).as(name).isLessThan(200_000);
    }
  }

  @Test
  void junitIsLegalAndSaysIt() throws Exception {
    Document junit = parsed("junit.xml");
    NodeList errors = junit.getElementsByTagName("error");
    assertThat(errors.getLength()).isEqualTo(5);
    assertThat(errors.item(0).getAttributes().getNamedItem("message").getNodeValue())
        .contains(HostileRun.SCRIPT, "]]>", "\\u202E", "\\u0000", "\\uD800");
    assertThat(junit.getElementsByTagName("script").getLength()).isZero();
    assertThat(parsed("badge.svg").getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void jsonIsLegalAndSaysIt() throws IOException {
    JsonNode results = new ObjectMapper().readTree(file("results.json").toFile());
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Path.of("protocol/results.schema.json").toUri())
                .validate(results))
        .isEmpty();
    assertThat(results.path("farewell").asText()).contains(HostileRun.SCRIPT, "\u202E", "\u0000");
  }

  @Test
  void markdownHasItAsCode() throws IOException {
    List<String> lines = Files.readAllLines(file("summary.md"));
    for (String line : lines) {
      assertThat(line.replaceAll("(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)", ""))
          .doesNotContain("<", "@", "[", "img");
    }
    List<String> rows = lines.stream().filter(line -> line.startsWith("| `")).toList();
    assertThat(rows).hasSize(12);
    assertThat(rows).allMatch(row -> row.split("(?<!\\\\)\\|", -1).length == 5);
  }
}
