package org.midex.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.Finding;
import org.midex.model.Location;
import org.midex.model.Problem;
import org.midex.model.Result;
import org.midex.model.Verdict;
import org.midex.schema.Severity;

/** Results as validation would give them. */
final class SampleResults {
  static final String SHA = "0123456789abcdef".repeat(4);
  static final Problem UNKNOWN_CODE =
      new Problem("MDX-V01", "CITIZENSHIP", Map.of("list", "CL_AREA"));

  private SampleResults() {}

  static Result conformant(String file) {
    return result(file, Verdict.CONFORMANT, 1, List.of(), List.of());
  }

  static Result result(
      String file,
      Verdict verdict,
      long rows,
      List<Result.Group> groups,
      List<Result.NotRun> notRun) {
    Map<Severity, Long> counts = new java.util.EnumMap<>(Severity.class);
    groups.forEach(g -> counts.merge(g.severity(), g.count(), Long::sum));
    return new Result(
        file,
        SHA,
        "xml",
        "ASYLUM_APP",
        "1.0",
        "2026-11-01",
        verdict,
        rows,
        true,
        counts,
        groups,
        notRun);
  }

  /** The result of DESIGN.md's sample. */
  static Result manyUnknownCodes() {
    String excerpt =
        "<Obs REF_AREA=\"AUT\" CITIZENSHIP=\"FR\" SEX=\"F\" AGE=\"_T\" APPLICATION_TYPE=\"FRST\" TIME_PERIOD=\"2023\"/>";
    Location place = new Location(33_188, 4_711_000, 33_190, 31, "Sheet1!C33190");
    Finding finding = new Finding(UNKNOWN_CODE, Severity.ERROR, place, "FR", "FRA", Map.of());
    Result.Group codes =
        new Result.Group(
            UNKNOWN_CODE,
            Severity.ERROR,
            2_961,
            List.of(value("FR", 2_410, "FRA"), value("UK", 502, "GBR"), value("-", 49, null)),
            0,
            List.of(new Result.Sample(finding, excerpt, excerpt.indexOf("FR\""), 2)));
    Problem sum = Problem.of("MDX-V12", "SEX");
    Map<String, String> details =
        Map.of(
            "total",
            "_T",
            "found",
            "10",
            "parts",
            "F, M",
            "expected",
            "12",
            "difference",
            "2",
            "tolerance",
            "0");
    Finding total =
        new Finding(sum, Severity.ERROR, new Location(17, 2_040, 0, 0, null), null, null, details);
    Result.Group sums =
        new Result.Group(
            sum, Severity.ERROR, 1, List.of(), 0, List.of(new Result.Sample(total, null, -1, 0)));
    return result(
        "data/asylum-2023.xml",
        Verdict.NOT_CONFORMANT,
        1_000_000,
        List.of(codes, sums),
        List.of(new Result.NotRun("MDX-V12", 2_961, "unknownCode")));
  }

  /** One finding whose every text is the given one. */
  static Result hostile(String text) {
    Problem problem = new Problem("MDX-S11", text, Map.of("kind", text));
    Location place = new Location(1, 0, 2, 3, text);
    Finding finding =
        new Finding(problem, Severity.ERROR, place, text, text, Map.of("expected", text));
    Result.Group group =
        new Result.Group(
            problem,
            Severity.ERROR,
            1,
            List.of(value(text, 1, text)),
            0,
            List.of(new Result.Sample(finding, text, Math.min(3, text.length()), text.length())));
    return new Result(
        text,
        SHA,
        null,
        text,
        text,
        text,
        Verdict.NOT_CONFORMANT,
        1,
        false,
        Map.of(Severity.ERROR, 1L),
        List.of(group),
        List.of());
  }

  static Result.ValueCount value(String value, long count, @Nullable String suggestion) {
    return new Result.ValueCount(value, count, suggestion);
  }
}
