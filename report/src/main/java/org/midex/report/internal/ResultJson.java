package org.midex.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.midex.model.Finding;
import org.midex.model.Location;
import org.midex.model.Problem;
import org.midex.model.Result;
import org.midex.model.Spread;
import org.midex.model.Waiver;
import org.midex.report.wording.Plain;
import org.midex.report.wording.Wording;
import org.midex.schema.Catalogue;
import org.midex.schema.Edition;
import org.midex.schema.Extension;
import org.midex.schema.Severity;

/** Results and findings as the members that {@code report.schema.json} describes. */
public final class ResultJson {
  /**
   * Characters of one value or excerpt that a report holds; the rest is left out and its length
   * said.
   */
  public static final int LONGEST = 1_000;

  private final Wording wording;
  private final Catalogue catalogue;
  private final String program;

  public ResultJson(Wording wording, Catalogue catalogue, String program) {
    this.wording = wording;
    this.catalogue = catalogue;
    this.program = program;
  }

  /** Which program judges what, and by which standard. */
  public void header(JsonGenerator json, String file) throws IOException {
    Edition edition = catalogue.edition();
    json.writeStringField("midex", program);
    json.writeStringField("standard", edition.standard());
    json.writeStringField("edition", edition.date().toString());
    Json.optional(json, "extension", catalogue.extension().map(Extension::label).orElse(null));
    json.writeStringField("file", Plain.clip(file, LONGEST));
  }

  /** What is said of a file that could not be judged. */
  public void failure(JsonGenerator json, String file, String reason) throws IOException {
    header(json, file);
    json.writeStringField("failure", Plain.clip(reason, LONGEST));
  }

  /**
   * What writing the report again needs to know of the run.
   *
   * @param options how files were read and judged
   */
  public void rerun(JsonGenerator json, List<String> options) throws IOException {
    if (!options.isEmpty()) {
      json.writeArrayFieldStart("options");
      for (String option : options) {
        json.writeString(Plain.clip(option, LONGEST));
      }
      json.writeEndArray();
    }
    RecordedRules.write(json, catalogue);
  }

  /**
   * The members of one result.
   *
   * @param again whether groups also hold what only writing the report again needs
   */
  public void result(JsonGenerator json, Result result, boolean again) throws IOException {
    header(json, result.file());
    json.writeStringField("sha256", result.sha256());
    json.writeStringField("verdict", Words.of(result.verdict()));
    message(json, result);
    json.writeObjectFieldStart("read");
    json.writeNumberField("rows", result.rows());
    json.writeBooleanField("toEnd", result.readToEnd());
    json.writeEndObject();
    json.writeObjectFieldStart("counts");
    for (Severity severity : Severity.values()) {
      json.writeNumberField(Words.of(severity), result.count(severity));
    }
    json.writeEndObject();
    json.writeArrayFieldStart("groups");
    for (Result.Group group : result.groups()) {
      group(json, group, again);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notRun");
    for (Result.NotRun notRun : result.notRun()) {
      json.writeStartObject();
      json.writeStringField("rule", notRun.rule());
      json.writeNumberField("count", notRun.count());
      json.writeStringField("why", notRun.why());
      json.writeEndObject();
    }
    json.writeEndArray();
    BesideJson.write(json, result.judgement().beside());
    JudgementJson.write(json, result.judgement(), group -> group(json, group, again));
  }

  /** What the message states of itself. */
  private static void message(JsonGenerator json, Result result) throws IOException {
    json.writeObjectFieldStart("message");
    text(json, "format", result.format());
    text(json, "type", result.type());
    text(json, "version", result.version());
    text(json, "edition", result.edition());
    json.writeEndObject();
  }

  private void group(JsonGenerator json, Result.Group group, boolean again) throws IOException {
    String first = group.values().isEmpty() ? null : group.values().get(0).value();
    json.writeStartObject();
    problem(json, group.problem(), group.severity());
    json.writeNumberField("count", group.count());
    json.writeStringField("message", wording.message(group.problem(), first));
    Json.optional(json, "fix", wording.fix(group.problem()).orElse(null));
    json.writeArrayFieldStart("values");
    for (Result.ValueCount value : group.values()) {
      json.writeStartObject();
      text(json, "value", value.value());
      json.writeNumberField("count", value.count());
      text(json, "suggestion", value.suggestion());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("otherValues", group.otherValues());
    json.writeArrayFieldStart("samples");
    for (Result.Sample sample : group.samples()) {
      sample(json, sample);
    }
    json.writeEndArray();
    json.writeNumberField("otherSamples", Math.max(0, group.count() - group.samples().size()));
    if (again) {
      texts(json, "parameters", group.problem().parameters());
      spread(json, group.spread());
    }
    json.writeEndObject();
  }

  private static void spread(JsonGenerator json, Spread spread) throws IOException {
    json.writeObjectFieldStart("spread");
    json.writeNumberField("rows", spread.rows());
    json.writeBooleanField("exact", spread.exact());
    json.writeNumberField("width", spread.width());
    json.writeArrayFieldStart("buckets");
    for (long bucket : spread.buckets()) {
      json.writeNumber(bucket);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void sample(JsonGenerator json, Result.Sample sample) throws IOException {
    Finding finding = sample.finding();
    json.writeStartObject();
    place(json, finding);
    excerpt(json, sample);
    json.writeEndObject();
  }

  /** A long excerpt is cut around the offending text; without one, at its start. */
  private static void excerpt(JsonGenerator json, Result.Sample sample) throws IOException {
    String excerpt = sample.excerpt();
    if (excerpt == null) {
      return;
    }
    int caret = Math.min(sample.caret(), excerpt.length());
    int from = Math.max(0, Math.min(caret - LONGEST / 4, excerpt.length() - LONGEST));
    if (from > 0 && Character.isLowSurrogate(excerpt.charAt(from))) {
      from++;
    }
    String window = Plain.clip(excerpt.substring(from), LONGEST);
    json.writeStringField("excerpt", window);
    if (window.length() < excerpt.length()) {
      json.writeNumberField("excerptLength", excerpt.length());
    }
    if (caret >= 0) {
      json.writeNumberField("caret", caret - from);
      json.writeNumberField(
          "caretLength",
          Math.max(0, Math.min(sample.caretLength(), window.length() - (caret - from))));
    }
  }

  /**
   * A finding as a line of its own.
   *
   * @param key key of its row, or null
   * @param waiver what covers it, or null
   */
  public void finding(
      JsonGenerator json,
      String file,
      Finding finding,
      @Nullable String key,
      @Nullable Waiver waiver)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("file", Plain.clip(file, LONGEST));
    problem(json, finding.problem(), finding.severity());
    texts(json, "parameters", finding.problem().parameters());
    place(json, finding);
    text(json, "key", key);
    if (waiver != null) {
      JudgementJson.waiver(json, waiver);
    }
    json.writeEndObject();
  }

  private static void problem(JsonGenerator json, Problem problem, Severity severity)
      throws IOException {
    json.writeStringField("rule", problem.rule());
    json.writeStringField("severity", Words.of(severity));
    String field = problem.field();
    json.writeStringField("field", field == null ? null : Plain.clip(field, LONGEST));
  }

  private void place(JsonGenerator json, Finding finding) throws IOException {
    Location at = finding.location();
    json.writeNumberField("record", at.record());
    if (at.byteOffset() >= 0) {
      json.writeNumberField("byteOffset", at.byteOffset());
    }
    if (at.line() > 0) {
      json.writeNumberField("line", at.line());
    }
    if (at.column() > 0) {
      json.writeNumberField("column", at.column());
    }
    text(json, "source", at.source());
    text(json, "value", finding.value());
    text(json, "suggestion", finding.suggestion());
    json.writeStringField(
        "detail",
        wording.detail(
            finding.problem(), finding.value(), finding.suggestion(), finding.details()));
    texts(json, "details", finding.details());
  }

  private static void texts(JsonGenerator json, String name, Map<String, String> texts)
      throws IOException {
    if (texts.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
      json.writeStringField(text.getKey(), Plain.clip(text.getValue(), LONGEST));
    }
    json.writeEndObject();
  }

  /** A text of the data; one that is cut is followed by its length. */
  private static void text(JsonGenerator json, String name, @Nullable String text)
      throws IOException {
    if (text != null) {
      json.writeStringField(name, Plain.clip(text, LONGEST));
      if (text.length() > LONGEST) {
        json.writeNumberField(name + "Length", text.length());
      }
    }
  }
}
