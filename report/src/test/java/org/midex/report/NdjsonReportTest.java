package org.midex.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.Occurrence;

class NdjsonReportTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void aFileIsAHeaderItsFindingsAndASummary() throws IOException {
    try (Report report = new NdjsonReport(out, Written.ENGLISH)) {
      FindingSink sink = report.begin("a.xml");
      for (int i = 1; i <= 3; i++) {
        sink.report(
            SampleResults.UNKNOWN_CODE, Occurrence.at(Location.ofRecord(i), "FR", Map.of()));
      }
      report.add(SampleResults.manyUnknownCodes());
    }
    List<JsonNode> lines = lines();
    assertThat(lines).hasSize(5).allSatisfy(ReportSchema::assertValidLine);
    assertThat(lines.get(0).at("/header/file").asText()).isEqualTo("a.xml");
    assertThat(lines.get(2).at("/record").asLong()).isEqualTo(2);
    assertThat(lines.get(2).at("/rule").asText()).isEqualTo("MDX-V01");
    assertThat(lines.get(2).at("/severity").asText()).isEqualTo("error");
    assertThat(lines.get(4).at("/summary/counts/error").asLong()).isEqualTo(2_962);
    assertThat(lines.get(4).at("/summary/groups/0/samples/0/excerpt").asText()).startsWith("<Obs");
    assertThat(lines.get(2).at("/parameters/list").asText()).isEqualTo("CL_AREA");
  }

  @Test
  void everyFileHasItsOwnHeaderAndSummary() throws IOException {
    try (Report report = new NdjsonReport(out, Written.ENGLISH)) {
      for (String file : List.of("a.xml", "b.xml")) {
        report.begin(file);
        report.add(SampleResults.conformant(file));
      }
    }
    assertThat(lines())
        .extracting(l -> l.fieldNames().next())
        .containsExactly("header", "summary", "header", "summary");
  }

  @Test
  void theLastLineEndsInALineBreak() throws IOException {
    everyFileHasItsOwnHeaderAndSummary();
    assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("}\n").doesNotContain("\n\n");
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }
}
