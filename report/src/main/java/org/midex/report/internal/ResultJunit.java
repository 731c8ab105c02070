package org.midex.report.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.midex.model.Location;
import org.midex.model.Result;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Plain;
import org.midex.report.wording.Wording;
import org.midex.schema.Catalogue;
import org.midex.schema.Check;
import org.midex.schema.RowType;
import org.midex.schema.Rule;
import org.midex.schema.Severity;
import org.midex.schema.Texts;

/** One result as a suite of JUnit's XML. */
public final class ResultJunit {
  private static final int GROUPS = 20;
  private static final int SAMPLES = 3;
  private static final int LONGEST = 300;
  private static final Pattern VALUE = Pattern.compile("\\{([a-zA-Z]+)}");

  private final Catalogue catalogue;
  private final Texts texts;
  private final Wording wording;
  private final String made;

  public ResultJunit(Catalogue catalogue, Texts texts, Wording wording, Instant made) {
    this.catalogue = catalogue;
    this.texts = texts;
    this.wording = wording;
    this.made = made.toString().replace("Z", "");
  }

  /** A suite with a case for every rule that applies. */
  public String suite(Result result) {
    Map<String, List<Result.Group>> byRule = new TreeMap<>();
    result
        .groups()
        .forEach(g -> byRule.computeIfAbsent(g.problem().rule(), r -> new ArrayList<>()).add(g));
    Set<String> rules = new TreeSet<>(applying(result));
    rules.addAll(byRule.keySet());
    long failures = byRule.values().stream().filter(ResultJunit::fails).count();
    Markup xml = new Markup();
    open(xml, result.file(), rules.size(), failures, 0);
    xml.open("properties");
    property(xml, "sha256", result.sha256());
    property(xml, "verdict", Words.of(result.verdict()));
    property(xml, "rows", Long.toString(result.rows()));
    property(xml, "edition", catalogue.edition().date().toString());
    xml.close("properties");
    for (String rule : rules) {
      String type = result.type() == null ? "message" : Plain.clip(result.type(), LONGEST);
      xml.open("testcase", "classname", type, "name", name(rule));
      outcome(xml, result, rule, byRule.getOrDefault(rule, List.of()));
      xml.close("testcase");
    }
    return xml.close("testsuite").toString();
  }

  /** A suite of a file that could not be judged. */
  public String failed(String file, String reason) {
    Markup xml = new Markup();
    open(xml, file, 1, 0, 1);
    xml.open("testcase", "classname", "message", "name", texts.ui("report.couldNotFinish"));
    xml.open("error", "type", "couldNotFinish", "message", Plain.clip(reason, LONGEST));
    return xml.end("error").close("testcase").close("testsuite").toString();
  }

  private void open(Markup xml, String file, int tests, long failures, int errors) {
    xml.open(
        "testsuite",
        "name",
        Plain.clip(file, LONGEST),
        "tests",
        Integer.toString(tests),
        "failures",
        Long.toString(failures),
        "errors",
        Integer.toString(errors),
        "timestamp",
        made);
  }

  private static void property(Markup xml, String name, String value) {
    xml.open("property", "name", name, "value", value).close("property");
  }

  /** Rules for messages, and for a dataset those that its theme does not leave to other themes. */
  private List<String> applying(Result result) {
    RowType theme = result.type() == null ? null : catalogue.findTheme(result.type()).orElse(null);
    Set<String> declared =
        catalogue.themes().stream().flatMap(t -> checks(t).stream()).collect(Collectors.toSet());
    Set<String> own = theme == null ? Set.of() : checks(theme);
    return catalogue.rules().stream()
        .filter(
            rule ->
                switch (rule.appliesTo()) {
                  case "message" -> true;
                  case "dataset" ->
                      theme != null && (own.contains(rule.id()) || !declared.contains(rule.id()));
                  default -> "table".equals(result.format()) && rule.appliesTo().equals("import");
                })
        .map(Rule::id)
        .toList();
  }

  private static Set<String> checks(RowType theme) {
    return theme.theme().checks().stream().map(Check::rule).collect(Collectors.toSet());
  }

  /** The rule and what it says; {@code {field}}, which is not known, becomes FIELD. */
  private String name(String rule) {
    String says = catalogue.findRule(rule).map(r -> ": " + texts.message(r, Map.of())).orElse("");
    String open = VALUE.matcher(says).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
    return Plain.clip(rule + open, LONGEST);
  }

  private static boolean fails(List<Result.Group> groups) {
    return groups.stream().anyMatch(g -> g.severity() == Severity.ERROR);
  }

  private void outcome(Markup xml, Result result, String rule, List<Result.Group> groups) {
    String notRun =
        result.notRun().stream()
            .filter(n -> n.rule().equals(rule))
            .map(n -> Figures.of(n.count()) + "× (" + wording.why(n.why()) + ")")
            .collect(Collectors.joining(", "));
    if (fails(groups)) {
      long count = groups.stream().mapToLong(Result.Group::count).sum();
      String message = Figures.of(count) + "× " + message(groups.get(0));
      xml.open("failure", "type", "error", "message", message).own("\n");
      groups.stream().limit(GROUPS).forEach(g -> group(xml, g));
      xml.close("failure");
    } else if (!groups.isEmpty()) {
      xml.open("system-out").own("\n");
      groups.stream().limit(GROUPS).forEach(g -> group(xml, g));
      xml.close("system-out");
    }
    if (!notRun.isEmpty()) {
      Map<String, String> values = Map.of("rules", rule, "cause", notRun);
      xml.block("system-err", texts.ui("report.notRun", values));
    }
  }

  private String message(Result.Group group) {
    String first = group.values().isEmpty() ? null : group.values().get(0).value();
    return Plain.clip(wording.message(group.problem(), first), LONGEST);
  }

  private void group(Markup xml, Result.Group group) {
    line(
        xml,
        texts.ui("report." + Words.of(group.severity()))
            + "  "
            + message(group)
            + "  "
            + Figures.of(group.count())
            + "×");
    group.samples().stream().limit(SAMPLES).forEach(s -> sample(xml, s));
    wording
        .fix(group.problem())
        .ifPresent(fix -> line(xml, "  " + texts.ui("report.fix", Map.of("text", fix))));
  }

  private void sample(Markup xml, Result.Sample sample) {
    Location at = sample.finding().location();
    StringBuilder place = new StringBuilder("  ");
    if (at.line() > 0) {
      place.append(at.line()).append(':').append(at.column()).append("  ");
    }
    if (at.source() != null) {
      place.append(Plain.clip(at.source(), LONGEST)).append("  ");
    }
    if (at.record() > 0) {
      place.append(texts.ui("report.observation", Map.of("n", Figures.of(at.record()))));
      place.append("  ");
    }
    String detail =
        wording.detail(
            sample.finding().problem(),
            sample.finding().value(),
            sample.finding().suggestion(),
            sample.finding().details());
    line(xml, place + Plain.clip(detail, 2 * LONGEST));
  }

  private static void line(Markup xml, String line) {
    xml.text(line).own("\n");
  }
}
