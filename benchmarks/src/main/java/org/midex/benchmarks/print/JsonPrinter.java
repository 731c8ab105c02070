package org.midex.benchmarks.print;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.midex.benchmarks.measure.Goal;
import org.midex.benchmarks.measure.Measurement;
import org.midex.benchmarks.measure.Results;

/** For programs; seconds and bytes. */
public final class JsonPrinter implements Printer {
  @Override
  public void print(Report report, Appendable out) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      machine(report, json);
      json.writeNumberField("rows", report.rows());
      json.writeNumberField("rounds", report.rounds());
      json.writeArrayFieldStart("goals");
      for (Goal.Outcome outcome : report.outcomes()) {
        goal(outcome, json);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("measurements");
      for (Map.Entry<String, List<Measurement>> group : report.results().groups().entrySet()) {
        for (Measurement one : group.getValue()) {
          measurement(group.getKey(), one, json);
        }
      }
      json.writeEndArray();
      json.writeObjectFieldStart("figures");
      for (Results.Figure figure : report.results().figures()) {
        json.writeNumberField(figure.id(), figure.value());
      }
      json.writeEndObject();
      json.writeObjectFieldStart("sizes");
      for (Map.Entry<String, Long> size : report.sizes().entrySet()) {
        json.writeNumberField(size.getKey(), size.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    out.append(text.toString()).append('\n');
  }

  private static void machine(Report report, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("machine");
    json.writeNumberField("cores", report.machine().cores());
    json.writeStringField("processor", report.machine().processor());
    json.writeNumberField("memory", report.machine().memory());
    json.writeStringField("java", report.machine().java());
    json.writeStringField("system", report.machine().system());
    json.writeStringField("day", report.machine().day().toString());
    json.writeEndObject();
  }

  private static void goal(Goal.Outcome outcome, JsonGenerator json) throws IOException {
    Goal goal = outcome.goal();
    json.writeStartObject();
    json.writeStringField("id", goal.id());
    json.writeStringField("what", goal.what());
    json.writeStringField("bound", goal.bound().sign());
    json.writeNumberField("wanted", goal.wanted());
    if (outcome.measured().isPresent()) {
      json.writeNumberField("measured", outcome.measured().getAsDouble());
    } else {
      json.writeNullField("measured");
    }
    json.writeBooleanField("met", outcome.met());
    json.writeEndObject();
  }

  private static void measurement(String group, Measurement one, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", one.id());
    json.writeStringField("group", group);
    json.writeStringField("what", one.what());
    json.writeBooleanField("midex", one.ours());
    json.writeNumberField("cpu", one.cpu());
    json.writeNumberField("wall", one.wall());
    json.writeNumberField("spread", one.spread());
    json.writeNumberField("allocated", one.allocated());
    json.writeEndObject();
  }
}
