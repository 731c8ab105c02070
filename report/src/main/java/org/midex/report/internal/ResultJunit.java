package org.midex.report.internal;

import static java.util.Comparator.naturalOrder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.model.Comparison;
import org.midex.model.Judgement;
import org.midex.model.Location;
import org.midex.model.Receipt;
import org.midex.model.Result;
import org.midex.model.SideBySide;
import org.midex.model.Verdict;
import org.midex.report.Invocation;
import org.midex.report.ReportSettings;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Plain;
import org.midex.report.wording.Wording;
import org.midex.schema.Catalogue;
import org.midex.schema.Check;
import org.midex.schema.RowType;
import org.midex.schema.Rule;
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
  private final JudgementWords words;
  private final BesideWords beside;
  private final Invocation invocation;
  private final String made;

  public ResultJunit(ReportSettings settings) {
    this.catalogue = settings.catalogue();
    this.texts = catalogue.texts(settings.language());
    this.wording = new Wording(catalogue, texts);
    this.words = new JudgementWords(texts);
    this.beside = new BesideWords(texts);
    this.invocation = settings.invocation();
    this.made = settings.made().toString().replace("Z", "");
  }

  /**
   * A suite with a case for every rule that applies. A case fails if the rule's findings fail the
   * run; one more is an error when parts of the file could not be judged, whatever was found.
   */
  public String suite(Result result) {
    Map<String, List<Result.Group>> byRule = new TreeMap<>();
    result
        .groups()
        .forEach(g -> byRule.computeIfAbsent(g.problem().rule(), r -> new ArrayList<>()).add(g));
    Set<String> rules = new TreeSet<>(applying(result));
    rules.addAll(byRule.keySet());
    rules.addAll(told(result.judgement()));
    long failures = rules.stream().filter(r -> invocation.fails(result, r)).count();
    long skipped = rules.stream().filter(r -> off(result.judgement(), r) != null).count();
    boolean incomplete = result.verdict() == Verdict.INCOMPLETE;
    Markup xml = new Markup();
    open(
        xml,
        result.file(),
        rules.size() + (incomplete ? 1 : 0),
        failures,
        incomplete ? 1 : 0,
        skipped);
    properties(xml, result);
    String type = result.type() == null ? "message" : Plain.clip(result.type(), LONGEST);
    for (String rule : rules) {
      xml.open("testcase", "classname", type, "name", name(rule));
      outcome(xml, result, rule, byRule.getOrDefault(rule, List.of()));
      xml.close("testcase");
    }
    if (incomplete) {
      String verdict = texts.ui("report.incomplete");
      xml.open("testcase", "classname", type, "name", verdict);
      xml.open("error", "type", "incomplete", "message", verdict).end("error").close("testcase");
    }
    return xml.close("testsuite").toString();
  }

  private void properties(Markup xml, Result result) {
    Judgement judgement = result.judgement();
    xml.open("properties");
    property(xml, "sha256", result.sha256());
    property(xml, "verdict", Words.of(result.verdict()));
    property(xml, "rows", Long.toString(result.rows()));
    property(xml, "edition", catalogue.edition().date().toString());
    Judgement.RuleSetUse ruleSet = judgement.ruleSet();
    if (ruleSet != null) {
      property(xml, "ruleSet", Plain.clip(ruleSet.name(), LONGEST));
      property(xml, "ruleSet.sha256", ruleSet.sha256());
    }
    for (Judgement.VendorJar jar : judgement.vendors()) {
      String digest = jar.sha256() == null ? "" : " SHA-256 " + jar.sha256();
      property(xml, "vendorRules", Plain.clip(jar.name(), LONGEST) + digest);
    }
    if (judgement.waivedCount() > 0) {
      property(xml, "waived", Long.toString(judgement.waivedCount()));
    }
    Comparison comparison = judgement.baseline();
    if (comparison != null) {
      property(xml, "baseline", words.compared(comparison));
    }
    for (SideBySide other : judgement.beside()) {
      property(xml, "beside", beside.pairs(other));
    }
    xml.close("properties");
  }

  /** Rules of which the judgement tells. */
  private static Set<String> told(Judgement judgement) {
    Set<String> rules = new TreeSet<>();
    judgement.vendors().forEach(jar -> rules.addAll(jar.rules()));
    judgement.waived().forEach(w -> rules.add(w.waiver().rule()));
    Comparison comparison = judgement.baseline();
    if (comparison != null) {
      comparison.groups().forEach(g -> rules.add(g.rule()));
    }
    Judgement.RuleSetUse ruleSet = judgement.ruleSet();
    if (ruleSet != null) {
      ruleSet.changes().forEach(c -> rules.add(c.rule()));
    }
    return rules;
  }

  /** The change that switches a rule off; null when it is not off. */
  private static Judgement.@Nullable Change off(Judgement judgement, String rule) {
    return changes(judgement, rule)
        .filter(c -> c.kind() == Judgement.Kind.DISABLED)
        .findFirst()
        .orElse(null);
  }

  private static Stream<Judgement.Change> changes(Judgement judgement, String rule) {
    Judgement.RuleSetUse ruleSet = judgement.ruleSet();
    return ruleSet == null
        ? Stream.empty()
        : ruleSet.changes().stream().filter(c -> c.rule().equals(rule));
  }

  /** A suite of a file that could not be judged. */
  public String failed(String file, String reason) {
    Markup xml = new Markup();
    open(xml, file, 1, 0, 1, 0);
    xml.open("testcase", "classname", "message", "name", texts.ui("report.couldNotFinish"));
    xml.open("error", "type", "couldNotFinish", "message", Plain.clip(reason, LONGEST));
    return xml.end("error").close("testcase").close("testsuite").toString();
  }

  private void open(Markup xml, String file, int tests, long failures, int errors, long skipped) {
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
        "skipped",
        Long.toString(skipped),
        "timestamp",
        made);
  }

  private static void property(Markup xml, String name, String value) {
    xml.open("property", "name", name, "value", value).close("property");
  }

  /**
   * Rules for messages, and for a dataset those that its theme does not leave to other themes;
   * rules for signatures where these were verified.
   */
  private List<String> applying(Result result) {
    RowType theme = result.type() == null ? null : catalogue.findTheme(result.type()).orElse(null);
    Set<String> declared =
        catalogue.themes().stream().flatMap(t -> checks(t).stream()).collect(Collectors.toSet());
    Set<String> own = theme == null ? Set.of() : checks(theme);
    return catalogue.rules().stream()
        .filter(
            rule ->
                switch (rule.appliesTo()) {
                  case "message" -> !result.isOfSignatures();
                  case "receipt" -> Receipt.NAME.equals(result.type());
                  case "package" -> result.isOfSignatures();
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

  private void outcome(Markup xml, Result result, String rule, List<Result.Group> groups) {
    Judgement.Change off = off(result.judgement(), rule);
    if (off != null) {
      xml.open("skipped", "message", words.change(off)).close("skipped");
    }
    boolean fails = invocation.fails(result, rule);
    if (fails) {
      long count = groups.stream().mapToLong(Result.Group::count).sum();
      String severity =
          groups.stream().map(Result.Group::severity).min(naturalOrder()).map(Words::of).orElse("");
      String message = groups.isEmpty() ? rule : Figures.of(count) + "× " + message(groups.get(0));
      xml.open("failure", "type", severity, "message", message).own("\n");
      groups.stream().limit(GROUPS).forEach(g -> group(xml, g));
      xml.close("failure");
    }
    List<String> notes = notes(result.judgement(), rule);
    if (!notes.isEmpty() || (!fails && !groups.isEmpty())) {
      xml.open("system-out").own("\n");
      notes.forEach(note -> line(xml, note));
      groups.stream().limit(fails ? 0 : GROUPS).forEach(g -> group(xml, g));
      xml.close("system-out");
    }
    String notRun =
        result.notRun().stream()
            .filter(n -> n.rule().equals(rule))
            .map(n -> Figures.of(n.count()) + "× (" + wording.why(n.why()) + ")")
            .collect(Collectors.joining(", "));
    if (!notRun.isEmpty()) {
      Map<String, String> values = Map.of("rules", rule, "cause", notRun);
      xml.block("system-err", texts.ui("report.notRun", values));
    }
  }

  /** What a rule set makes of a rule, what is waived of it, and what an earlier report had. */
  private List<String> notes(Judgement judgement, String rule) {
    List<String> notes = new ArrayList<>();
    changes(judgement, rule)
        .filter(c -> c.kind() != Judgement.Kind.DISABLED)
        .forEach(c -> notes.add(words.change(c)));
    judgement.waived().stream()
        .filter(w -> w.waiver().rule().equals(rule))
        .forEach(w -> notes.add(words.waived(w)));
    Comparison comparison = judgement.baseline();
    if (comparison != null && comparison.known()) {
      comparison.groups().stream()
          .filter(g -> g.rule().equals(rule))
          .forEach(g -> notes.add(words.compared(g)));
    }
    return notes;
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
      place.append(texts.ui("report.observation", Map.of("n", Long.toString(at.record()))));
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
