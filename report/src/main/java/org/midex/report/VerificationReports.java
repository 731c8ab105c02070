package org.midex.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.Party;
import org.midex.model.Problem;
import org.midex.model.signature.Aspect;
import org.midex.model.signature.CertificateView;
import org.midex.model.signature.Fault;
import org.midex.model.signature.Outcome;
import org.midex.model.signature.SignatureReport;
import org.midex.model.signature.Verification;
import org.midex.report.internal.Json;
import org.midex.report.wording.Plain;
import org.midex.report.wording.Wording;
import org.midex.schema.Catalogue;
import org.midex.schema.Severity;
import org.midex.schema.Texts;

/** What was found out about signatures, as JSON. Members and names are stable. */
public final class VerificationReports {
  private final Wording wording;

  public VerificationReports(Catalogue catalogue, Texts texts) {
    this.wording = new Wording(catalogue, texts);
  }

  /** The overall outcome as reports name it (ETSI EN 319 102-1). */
  public static String overall(Outcome outcome) {
    return outcome == Outcome.PASSED ? "TOTAL_PASSED" : outcome.name();
  }

  /** What is wrong, in a line. */
  public String line(Fault fault) {
    Problem problem = Problem.of(fault.rule());
    return fault.rule()
        + "  "
        + wording.message(problem, fault.value())
        + ": "
        + wording.detail(problem, fault.value(), null, fault.details());
  }

  /** What to do about it. */
  public String fix(Fault fault) {
    return wording.fix(Problem.of(fault.rule())).orElse("");
  }

  /**
   * Writes a document.
   *
   * @param out written in UTF-8; stays open
   * @param files what was found out, by file name
   */
  public void json(OutputStream out, Map<String, Verification> files) throws IOException {
    Writer writer = Json.writer(out);
    try (JsonGenerator json = Json.generator(writer)) {
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
      json.writeStartObject();
      json.writeArrayFieldStart("files");
      for (Map.Entry<String, Verification> one : files.entrySet()) {
        write(json, one.getKey(), one.getValue());
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
    writer.flush();
  }

  private void write(JsonGenerator json, String file, Verification found) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", Plain.clip(file, 1_000));
    json.writeStringField("outcome", overall(found.outcome()));
    json.writeArrayFieldStart("signed");
    for (String name : found.files()) {
      json.writeString(Plain.clip(name, 1_000));
    }
    json.writeEndArray();
    write(json, "sender", found.sender());
    json.writeArrayFieldStart("receivers");
    for (Party receiver : found.receivers()) {
      json.writeString(receiver.toString());
    }
    json.writeEndArray();
    write(json, found.faults());
    json.writeArrayFieldStart("signatures");
    for (SignatureReport signature : found.signatures()) {
      write(json, signature);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, @Nullable Object value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, Plain.clip(value.toString(), 1_000));
    }
  }

  private void write(JsonGenerator json, SignatureReport signature) throws IOException {
    json.writeStartObject();
    write(json, "file", signature.file());
    json.writeStringField("outcome", signature.outcome().name());
    json.writeObjectFieldStart("verdicts");
    for (Map.Entry<Aspect, Outcome> one : signature.ordered().entrySet()) {
      json.writeStringField(one.getKey().name().toLowerCase(Locale.ROOT), one.getValue().name());
    }
    json.writeEndObject();
    write(json, "algorithm", signature.algorithm());
    write(json, "claimedTime", signature.claimedTime());
    write(json, "provenTime", signature.provenTime());
    CertificateView signer = signature.signer();
    if (signer != null) {
      json.writeFieldName("signer");
      write(json, signer);
    }
    json.writeArrayFieldStart("chain");
    for (CertificateView one : signature.chain()) {
      write(json, one);
    }
    json.writeEndArray();
    write(json, signature.faults());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, CertificateView certificate) throws IOException {
    json.writeStartObject();
    write(json, "subject", certificate.subject());
    write(json, "issuer", certificate.issuer());
    write(json, "serial", certificate.serial());
    write(json, "from", certificate.from());
    write(json, "until", certificate.until());
    write(json, "sha256", certificate.sha256());
    json.writeEndObject();
  }

  private void write(JsonGenerator json, List<Fault> faults) throws IOException {
    json.writeArrayFieldStart("faults");
    for (Fault fault : faults) {
      Problem problem = Problem.of(fault.rule());
      Severity severity = wording.severity(fault.rule());
      json.writeStartObject();
      json.writeStringField("rule", fault.rule());
      json.writeStringField("severity", severity.name().toLowerCase(Locale.ROOT));
      write(json, "value", fault.value());
      json.writeStringField("message", wording.message(problem, fault.value()));
      json.writeStringField(
          "detail", wording.detail(problem, fault.value(), null, fault.details()));
      write(json, "fix", wording.fix(problem).orElse(null));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
