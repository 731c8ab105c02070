package org.midex.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.midex.model.Judgement;
import org.midex.model.Judgement.Change;
import org.midex.model.Judgement.Kind;
import org.midex.model.Location;
import org.midex.model.Occurrence;
import org.midex.model.Result;
import org.midex.model.Waiver;

class JudgementTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Waiver WAIVER =
      new Waiver(
          1,
          "MDX-V01",
          "CITIZENSHIP",
          new TreeMap<>(Map.of("area", List.of("AUT", "DEU"))),
          "old \u001B[31mcodes",
          "J. Doe",
          LocalDate.of(2027, 3, 31));

  private static Result judged() {
    Result result = SampleResults.manyUnknownCodes();
    return SampleResults.conformant("a.xml")
        .withJudgement(
            new Judgement(
                new Judgement.RuleSetUse(
                    "Office",
                    SampleResults.SHA,
                    List.of(
                        new Change("MDX-V15", Kind.DISABLED, null, null, null, "not rounded"),
                        new Change("MDX-V05", Kind.SEVERITY, null, "error", "info", null),
                        new Change("MDX-V48", Kind.PARAMETER, "exempt", "A B", "A", null))),
                List.of(
                    new Judgement.VendorJar(
                        "acme.jar", SampleResults.SHA, List.of("ACME-V01", "ACME-V02"))),
                List.of(new Judgement.Waived(WAIVER, result.groups().subList(0, 1))),
                null));
  }

  @Test
  void isInTheJsonAsTheSchemaSays() throws IOException {
    JsonNode report = MAPPER.readTree(Written.json(judged()));
    ReportSchema.assertValid(report);
    assertThat(report.at("/ruleSet/sha256").asText()).isEqualTo(SampleResults.SHA);
    assertThat(report.at("/ruleSet/changes/2/from").asText()).isEqualTo("A B");
    assertThat(report.at("/vendorRules/0/rules/1").asText()).isEqualTo("ACME-V02");
    assertThat(report.at("/waived/0/count").asLong()).isEqualTo(2_961);
    assertThat(report.at("/waived/0/waiver/where/area/1").asText()).isEqualTo("DEU");
    assertThat(report.at("/waived/0/groups/0/samples")).hasSize(1);
    assertThat(report.at("/counts/error").asLong()).isZero();
  }

  @Test
  void isNotInTheJsonOfAFileJudgedByTheStandardAlone() throws IOException {
    JsonNode report = MAPPER.readTree(Written.json(SampleResults.conformant("a.xml")));
    assertThat(report.has("ruleSet") || report.has("vendorRules") || report.has("waived"))
        .isFalse();
  }

  @Test
  void isToldInTheTextAndHarmless() {
    assertThat(Written.text(Written.ENGLISH, judged()))
        .contains(
            """

               with rules of acme.jar: ACME-V01, ACME-V02
               with the rule set Office (SHA-256 0123456789ab…)
                  MDX-V15 is off: not rounded
                  MDX-V05 is graded information instead of error
                  MDX-V48 has exempt = A instead of A B
            """)
        .contains(
            "waived 2\u202F961× MDX-V01 CITIZENSHIP area=AUT|DEU by J. Doe until 2027-03-31: old\n")
        .contains("\n\\u001B[31mcodes");
  }

  @Test
  void ofAMaskedFieldDoesNotShowItsValues() {
    Masking masking = "CITIZENSHIP"::equals;
    String json =
        Written.written(Reports.Format.JSON, Written.ENGLISH.masking(masking), List.of(judged()));
    assertThat(json).contains("J. Doe").doesNotContain("FRA", "\"FR\"");
  }

  @Test
  void aLineSaysWhatCoversIt() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Report report = new NdjsonReport(out, Written.ENGLISH)) {
      report
          .begin("a.xml")
          .waived(
              SampleResults.UNKNOWN_CODE,
              Occurrence.at(Location.ofRecord(3), "FR", Map.of()),
              WAIVER);
      report.add(judged());
    }
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    for (String line : lines) {
      ReportSchema.assertValidLine(MAPPER.readTree(line));
    }
    assertThat(MAPPER.readTree(lines.get(1)).at("/waiver/owner").asText()).isEqualTo("J. Doe");
    assertThat(MAPPER.readTree(lines.get(2)).at("/summary/waived/0/count").asLong())
        .isEqualTo(2_961);
  }
}
