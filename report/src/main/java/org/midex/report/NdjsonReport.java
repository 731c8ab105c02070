package org.midex.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.Finding;
import org.midex.model.FindingSink;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.Result;
import org.midex.model.Waiver;
import org.midex.report.internal.Json;
import org.midex.report.internal.ResultJson;
import org.midex.report.wording.Wording;

/**
 * One JSON object a line, each finding as it is found. A file starts with a line {@code
 * {"header":{…}}} and ends with {@code {"summary":{…}}}, the members of the JSON report and what
 * writing it again needs; one that cannot be judged ends with {@code {"failed":{…}}}. {@link
 * NdjsonReader} reads it. Memory does not grow with the findings. Not thread-safe.
 */
public final class NdjsonReport implements Report {
  private final Writer out;
  private final JsonGenerator json;
  private final Wording wording;
  private final ResultJson members;
  private final Masking masking;
  private final String made;
  private final List<String> options;

  /**
   * @param out written in UTF-8; stays open
   */
  public NdjsonReport(OutputStream out, ReportSettings settings) throws IOException {
    this.out = Json.writer(out);
    this.json = Json.generator(this.out);
    json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    this.wording = new Wording(settings.catalogue(), settings.texts());
    this.members = new ResultJson(wording, settings.catalogue(), settings.program());
    this.masking = settings.masking();
    this.made = settings.made().toString();
    this.options = settings.invocation().options();
  }

  @Override
  public FindingSink begin(String file) {
    try {
      json.writeStartObject();
      json.writeObjectFieldStart("header");
      members.header(json, file);
      json.writeStringField("date", made);
      members.rerun(json, options);
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Lines(file);
  }

  @Override
  public void add(Result result) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("summary");
    members.result(json, masking.apply(result), true);
    json.writeEndObject();
    json.writeEndObject();
    json.flush();
  }

  @Override
  public void failed(String file, String reason) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("failed");
    members.failure(json, file, reason);
    json.writeStringField("date", made);
    json.writeEndObject();
    json.writeEndObject();
    json.flush();
  }

  @Override
  public void close() throws IOException {
    json.flush();
    out.write('\n');
    out.flush();
  }

  /** Rules not run and newer parts are told by the summary. */
  private final class Lines implements FindingSink {
    private final String file;

    Lines(String file) {
      this.file = file;
    }

    @Override
    public void report(Problem problem, Occurrence occurrence) {
      line(problem, occurrence, null);
    }

    @Override
    public void waived(Problem problem, Occurrence occurrence, Waiver waiver) {
      line(problem, occurrence, waiver);
    }

    private void line(Problem problem, Occurrence occurrence, @Nullable Waiver waiver) {
      try {
        members.finding(json, file, finding(problem, occurrence), occurrence.key(), waiver);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Finding finding(Problem problem, Occurrence occurrence) {
      boolean hidden = masking.hides(problem.field());
      String value = occurrence.value();
      Map<String, String> details = occurrence.details();
      return new Finding(
          problem,
          wording.severity(problem.rule()),
          occurrence.location(),
          hidden && value != null ? Masking.MASK : value,
          hidden ? null : occurrence.suggestion(),
          hidden ? Masking.masked(details) : details);
    }

    @Override
    public void notRun(String rule, String why) {}

    @Override
    public void incomplete() {}
  }
}
