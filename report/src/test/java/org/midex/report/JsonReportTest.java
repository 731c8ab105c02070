package org.midex.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.midex.model.Verdict;

class JsonReportTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void oneFileIsOneResult() throws IOException {
    JsonNode report = MAPPER.readTree(Written.json(SampleResults.manyUnknownCodes()));
    ReportSchema.assertValid(report);
    assertThat(report.at("/midex").asText()).isEqualTo("0.1.0");
    assertThat(report.at("/standard").asText()).isEqualTo("1.0");
    assertThat(report.at("/file").asText()).isEqualTo("data/asylum-2023.xml");
    assertThat(report.at("/verdict").asText()).isEqualTo("notConformant");
    assertThat(report.at("/read/rows").asLong()).isEqualTo(1_000_000);
    assertThat(report.at("/counts/error").asLong()).isEqualTo(2_962);
    assertThat(report.at("/notRun/0/why").asText()).isEqualTo("unknownCode");
  }

  @Test
  void aGroupSaysHowManySamplesItLeftOut() throws IOException {
    JsonNode group =
        MAPPER.readTree(Written.json(SampleResults.manyUnknownCodes())).at("/groups/0");
    assertThat(group.at("/count").asLong()).isEqualTo(2_961);
    assertThat(group.at("/samples")).hasSize(1);
    assertThat(group.at("/otherSamples").asLong()).isEqualTo(2_960);
    assertThat(group.at("/message").asText()).isEqualTo("CITIZENSHIP: not a code of CL_AREA");
    JsonNode sample = group.at("/samples/0");
    int caret = sample.at("/caret").asInt();
    assertThat(sample.at("/excerpt").asText().substring(caret, caret + 2)).isEqualTo("FR");
  }

  @Test
  void severalFilesAreAList() throws IOException {
    JsonNode report =
        MAPPER.readTree(Written.json(SampleResults.conformant("a"), SampleResults.conformant("b")));
    ReportSchema.assertValid(report);
    assertThat(report.at("/files"))
        .extracting(f -> f.at("/file").asText())
        .containsExactly("a", "b");
  }

  @Test
  void aFileThatCouldNotBeJudgedIsThereWithoutAVerdict() throws IOException {
    for (int files = 1; files <= 2; files++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (Report report = Reports.open(Reports.Format.JSON, bytes, Written.ENGLISH, files)) {
        report.failed("gone.xml", "no such file");
      }
      JsonNode report = MAPPER.readTree(bytes.toByteArray());
      ReportSchema.assertValid(report);
      JsonNode file = files == 1 ? report : report.at("/files/0");
      assertThat(file.at("/file").asText()).isEqualTo("gone.xml");
      assertThat(file.at("/failure").asText()).isEqualTo("no such file");
      assertThat(file.has("verdict")).isFalse();
    }
  }

  @Test
  void whatIsNotKnownOfTheMessageIsLeftOut() throws IOException {
    JsonNode report = MAPPER.readTree(Written.json(SampleResults.hostile("x")));
    ReportSchema.assertValid(report);
    assertThat(report.at("/message").has("format")).isFalse();
  }

  @Test
  void theSchemaRefusesWhatIsNoReport() throws IOException {
    ObjectNode report =
        (ObjectNode) MAPPER.readTree(Written.json(SampleResults.manyUnknownCodes()));
    assertThat(ReportSchema.accepts(report.deepCopy().put("verdict", "fine"))).isFalse();
    assertThat(ReportSchema.accepts(report.deepCopy().put("surprise", 1))).isFalse();
    assertThat(ReportSchema.accepts(report.deepCopy().without("sha256"))).isFalse();
  }

  @Test
  void everyVerdictHasAWord() throws IOException {
    for (Verdict verdict : Verdict.values()) {
      ReportSchema.assertValid(
          MAPPER.readTree(
              Written.json(SampleResults.result("a", verdict, 0, List.of(), List.of()))));
    }
  }
}
