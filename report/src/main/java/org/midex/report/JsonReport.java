package org.midex.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import org.midex.model.Result;
import org.midex.report.internal.Json;
import org.midex.report.internal.ResultJson;
import org.midex.report.wording.Wording;

/**
 * Results as one JSON document: the result itself for one file, {@code {"files":[…]}} for several.
 * The published {@code report.schema.json} describes it. Not thread-safe.
 */
public final class JsonReport implements Report {
  private final Writer out;
  private final JsonGenerator json;
  private final ResultJson members;
  private final Masking masking;
  private final boolean several;

  /**
   * @param out written in UTF-8; stays open
   * @param files how many files the report will tell of
   */
  public JsonReport(OutputStream out, ReportSettings settings, int files) throws IOException {
    this.out = Json.writer(out);
    this.json = Json.generator(this.out);
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    json.setPrettyPrinter(
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
    this.members =
        new ResultJson(
            new Wording(settings.catalogue(), settings.texts()),
            settings.catalogue(),
            settings.program());
    this.masking = settings.masking();
    this.several = files > 1;
    if (several) {
      json.writeStartObject();
      json.writeArrayFieldStart("files");
    }
  }

  @Override
  public void add(Result result) throws IOException {
    json.writeStartObject();
    members.result(json, masking.apply(result), false);
    json.writeEndObject();
  }

  @Override
  public void failed(String file, String reason) throws IOException {
    json.writeStartObject();
    members.failure(json, file, reason);
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    if (several) {
      json.writeEndArray();
      json.writeEndObject();
    }
    json.flush();
    out.write('\n');
    out.flush();
  }
}
