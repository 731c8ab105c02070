package org.midex.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.midex.model.Party;
import org.midex.model.signature.Aspect;
import org.midex.model.signature.CertificateView;
import org.midex.model.signature.Fault;
import org.midex.model.signature.Outcome;
import org.midex.model.signature.SignatureReport;
import org.midex.model.signature.Verification;
import org.midex.schema.Catalogue;
import org.midex.schema.Rule;

/** What is told of signatures is as the published schema says, in every language. */
class VerificationReportsTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final Instant TIME = Instant.parse("2026-11-26T12:00:00Z");
  private static final CertificateView SIGNER =
      new CertificateView("CN=A", "CN=B", "1f", TIME, TIME, "0".repeat(64));

  private static Map<Aspect, Outcome> all(Outcome outcome) {
    return Set.of(Aspect.values()).stream().collect(Collectors.toMap(a -> a, a -> outcome));
  }

  private static JsonNode json(Verification found, String language) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new VerificationReports(CATALOGUE, CATALOGUE.texts(language))
        .json(out, Map.of("a.asice", found));
    return new ObjectMapper().readTree(out.toByteArray());
  }

  private static void assertValid(JsonNode report) throws IOException {
    String path = "published/1.0/verification.schema.json";
    try (InputStream in = Catalogue.class.getResourceAsStream(path)) {
      JsonSchema schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(new ObjectMapper().readTree(Objects.requireNonNull(in, path)));
      assertThat(schema.validate(report)).isEmpty();
    }
  }

  @Test
  void theLeastAndTheMostThatIsKnown() throws IOException {
    Fault fault = new Fault("MDX-P10", "march.xml", Map.of("found", "1", "expected", "2"));
    SignatureReport unreadable =
        new SignatureReport(
            null, null, null, List.of(), null, null, all(Outcome.FAILED), List.of(fault));
    SignatureReport whole =
        new SignatureReport(
            "META-INF/signature001.p7s",
            "SHA256withECDSA",
            SIGNER,
            List.of(SIGNER, SIGNER),
            TIME,
            TIME,
            all(Outcome.PASSED),
            List.of());
    Party party = new Party("AUT", "STATS");
    JsonNode report =
        json(
            new Verification(
                Outcome.FAILED,
                List.of(unreadable, whole),
                List.of(fault),
                List.of("march.xml"),
                party,
                List.of(party)),
            "en");
    assertValid(report);
    JsonNode file = report.at("/files/0");
    assertThat(file.at("/outcome").asText()).isEqualTo("FAILED");
    assertThat(file.at("/sender").asText()).isEqualTo("AUT STATS");
    assertThat(file.at("/signatures/1/verdicts/scope").asText()).isEqualTo("PASSED");
    assertThat(file.at("/faults/0/detail").asText()).contains("march.xml");
    assertValid(
        json(
            new Verification(Outcome.PASSED, List.of(), List.of(), List.of(), null, List.of()),
            "en"));
  }

  /** Every rule on packages and seals can be told, with what to do. */
  @Test
  void everyRule() throws IOException {
    for (String language : List.of("en", "fr", "es")) {
      Set<String> told = new TreeSet<>();
      for (Rule rule : CATALOGUE.rules()) {
        if (rule.id().startsWith("MDX-P")) {
          Fault fault = Fault.of(rule.id(), Map.of());
          JsonNode report =
              json(
                  new Verification(
                      Outcome.FAILED, List.of(), List.of(fault), List.of(), null, List.of()),
                  language);
          assertValid(report);
          assertThat(report.at("/files/0/faults/0/fix").asText()).isNotBlank();
          told.add(report.at("/files/0/faults/0/message").asText());
        }
      }
      assertThat(told).hasSizeGreaterThan(30);
    }
  }
}
