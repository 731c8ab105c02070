package org.midex.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.midex.model.SideBySide;
import org.midex.report.wording.Plain;

/** How figures compare with other sides', as the members that the schema describes, and back. */
final class BesideJson {
  private BesideJson() {}

  static void write(JsonGenerator json, List<SideBySide> comparisons) throws IOException {
    if (comparisons.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("beside");
    for (SideBySide beside : comparisons) {
      json.writeStartObject();
      json.writeStringField("file", Plain.clip(beside.file(), ResultJson.LONGEST));
      json.writeStringField("theme", beside.theme());
      json.writeNumberField("pairs", beside.pairs());
      json.writeNumberField("equal", beside.equal());
      json.writeNumberField("byRounding", beside.byRounding());
      json.writeNumberField("byDefinitions", beside.byDefinitions());
      json.writeNumberField("unexplained", beside.unexplained());
      json.writeNumberField("here", beside.here());
      json.writeNumberField("there", beside.there());
      json.writeNumberField("rounding", beside.rounding());
      json.writeNumberField("definitions", beside.definitions());
      json.writeNumberField("rest", beside.rest());
      only(json, "onlyHere", beside.onlyHere());
      only(json, "onlyThere", beside.onlyThere());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void only(JsonGenerator json, String name, SideBySide.Coverage only)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("figures", only.figures());
    json.writeNumberField("sum", only.sum());
    json.writeNumberField("uncovered", only.uncovered());
    json.writeNumberField("uncoveredSum", only.uncoveredSum());
    json.writeEndObject();
  }

  static List<SideBySide> read(JsonLine summary) {
    return summary.objects("beside").stream().map(BesideJson::one).toList();
  }

  private static SideBySide one(JsonLine json) {
    return new SideBySide(
        json.text("file", "-"),
        json.text("theme", ""),
        json.number("pairs", 0),
        json.number("equal", 0),
        json.number("byRounding", 0),
        json.number("byDefinitions", 0),
        json.number("unexplained", 0),
        json.decimal("here"),
        json.decimal("there"),
        json.decimal("rounding"),
        json.decimal("definitions"),
        json.decimal("rest"),
        only(json.object("onlyHere")),
        only(json.object("onlyThere")));
  }

  private static SideBySide.Coverage only(JsonLine json) {
    BigDecimal sum = json.decimal("sum");
    return new SideBySide.Coverage(
        json.number("figures", 0), sum, json.number("uncovered", 0), json.decimal("uncoveredSum"));
  }
}
