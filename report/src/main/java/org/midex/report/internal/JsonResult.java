package org.midex.report.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.midex.model.Finding;
import org.midex.model.Location;
import org.midex.model.Problem;
import org.midex.model.Result;
import org.midex.model.Spread;
import org.midex.model.Verdict;
import org.midex.schema.Severity;

/** The members that {@link ResultJson} writes, as findings and results again. */
final class JsonResult {
  private JsonResult() {}

  static Result result(JsonLine json) {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      long count = json.object("counts").number(Words.of(severity), 0);
      if (count > 0) {
        counts.put(severity, count);
      }
    }
    JsonLine message = json.object("message");
    JsonLine read = json.object("read");
    return new Result(
        json.text("file", "-"),
        json.text("sha256", ""),
        message.text("format"),
        message.text("type"),
        message.text("version"),
        message.text("edition"),
        verdict(json.text("verdict", "")),
        read.number("rows", 0),
        read.is("toEnd"),
        counts,
        json.objects("groups").stream().map(JsonResult::group).toList(),
        json.objects("notRun").stream()
            .map(
                n -> new Result.NotRun(n.text("rule", ""), n.number("count", 0), n.text("why", "")))
            .toList(),
        JsonJudgement.judgement(json));
  }

  /** What is unknown counts as the worst. */
  private static Verdict verdict(String word) {
    return Arrays.stream(Verdict.values())
        .filter(v -> Words.of(v).equals(word))
        .findFirst()
        .orElse(Verdict.NOT_CONFORMANT);
  }

  static Severity severity(JsonLine json) {
    String word = json.text("severity", "");
    return Arrays.stream(Severity.values())
        .filter(s -> Words.of(s).equals(word))
        .findFirst()
        .orElse(Severity.ERROR);
  }

  static Problem problem(JsonLine json) {
    return new Problem(
        json.text("rule", ""), json.text("field"), json.object("parameters").texts());
  }

  static Result.Group group(JsonLine json) {
    Problem problem = problem(json);
    Severity severity = severity(json);
    List<Result.ValueCount> values =
        json.objects("values").stream()
            .map(
                v ->
                    new Result.ValueCount(
                        v.text("value", ""), v.number("count", 0), v.text("suggestion")))
            .toList();
    return new Result.Group(
        problem,
        severity,
        json.number("count", 0),
        values,
        json.number("otherValues", 0),
        json.objects("samples").stream().map(s -> sample(problem, severity, s)).toList(),
        spread(json.object("spread")));
  }

  private static Spread spread(JsonLine json) {
    List<Long> buckets = json.numbers("buckets");
    return new Spread(
        json.number("rows", 0),
        json.is("exact"),
        Math.max(1, json.number("width", 1)),
        buckets.subList(0, Math.min(buckets.size(), Spread.BUCKETS)));
  }

  private static Result.Sample sample(Problem problem, Severity severity, JsonLine json) {
    return new Result.Sample(
        finding(problem, severity, json),
        json.text("excerpt"),
        (int) json.number("caret", -1),
        (int) json.number("caretLength", 0));
  }

  static Finding finding(JsonLine json) {
    return finding(problem(json), severity(json), json);
  }

  private static Finding finding(Problem problem, Severity severity, JsonLine json) {
    Location at =
        new Location(
            json.number("record", 0),
            json.number("byteOffset", -1),
            json.number("line", 0),
            json.number("column", 0),
            json.text("source"));
    return new Finding(
        problem,
        severity,
        at,
        json.text("value"),
        json.text("suggestion"),
        json.object("details").texts());
  }
}
